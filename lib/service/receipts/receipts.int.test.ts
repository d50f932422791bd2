import { expect, test } from 'vitest'
import { append, withImap } from '@/e2e/deliver'
import { waitForMessage } from '@/e2e/mailbox-of'
import { until } from '@/e2e/timed'
import { ask, inboxRef, person } from '@/e2e/web-client'
import type { ContactWindow } from '@/lib/contract/contacts'
import type { MessageDetail, MessageRef } from '@/lib/contract/messages'
import type { Outbox } from '@/lib/contract/outbox'
import type { ReceiptAnswered } from '@/lib/contract/receipts'
import type { ThreadWindow } from '@/lib/contract/threads'
import { findQueued } from '@/lib/db/delivery'

type Person = Awaited<ReturnType<typeof person>>

const pathOf = ({ mailbox, id }: MessageRef) => `/api/messages/${mailbox}/${id}`
const detailOf = (who: Person, ref: MessageRef) => who.call<MessageDetail>('GET', pathOf(ref))
const answer = (who: Person, ref: MessageRef, send: boolean) =>
  who.call<ReceiptAnswered>('POST', `${pathOf(ref)}/receipt`, { send })

/** A message that asks for a receipt, put into the inbox; `path` is where it came from. */
async function asked(reader: Person, to: string, subject: string, fields = '', path = to): Promise<MessageRef> {
  const head = [
    `Return-Path: <${path}>`,
    'Received: from inside.example by here',
    `From: Brian <${to}>`,
    `To: ${reader.account.address}`,
    `Subject: ${subject}`,
    `Message-ID: <${subject.replaceAll(' ', '-')}@blue.example>`,
    `Disposition-Notification-To: <${to}>`,
  ]
  await append(reader.account, `${head.join('\r\n')}\r\n${fields}\r\nHello\r\n`)
  return inboxRef(reader, subject)
}

const flagsOf = (who: Person, { id }: MessageRef) =>
  withImap(who.account, async (client) => {
    await client.mailboxOpen('INBOX')
    const found = await client.fetchOne(id.split('-')[1] ?? '', { flags: true }, { uid: true })
    return found === false ? [] : [...(found.flags ?? [])]
  })

/** What somebody handed in with this Message-ID: the log of their mail host may be read after the message has arrived. */
const handedInBy = (who: Person, messageId: string) =>
  until(
    async () => (await findQueued([messageId])).filter(({ login }) => login === who.account.address),
    (rows) => rows.length > 0,
  )

test('a receipt leaves with an empty sender, says what it may and nothing of our servers', async () => {
  const [sender, reader] = [await person('blue'), await person('red')]
  const ref = await asked(reader, sender.account.address, 'Seen at last')
  expect((await detailOf(reader, ref)).receipt).toEqual({ to: [sender.account.address], elsewhere: false })
  expect(await answer(reader, ref, true)).toEqual({ outcome: 'sent' })
  const receipt = await waitForMessage(sender.account, 'Read: Seen at last')
  const field = (name: string) => receipt.headerLines.find(({ key }) => key === name)?.line ?? ''
  expect(field('return-path')).toMatch(/<>$/)
  expect(field('auto-submitted')).toMatch(/auto-replied$/)
  expect(field('authentication-results')).toMatch(/dkim=pass[\s\S]*dmarc=pass/)
  expect(receipt.from?.value[0]?.address).toBe(reader.account.address)
  expect(receipt.inReplyTo).toBe('<Seen-at-last@blue.example>')
  const parts = receipt.attachments.map(({ contentType, content }) => [contentType, content.toString()])
  expect(parts.map(([type]) => type)).toEqual(['message/disposition-notification', 'text/rfc822-headers'])
  expect(parts[0]?.[1]).toContain(`Final-Recipient: rfc822; ${reader.account.address}`)
  expect(parts[0]?.[1]).toContain('Original-Message-ID: <Seen-at-last@blue.example>')
  expect(parts[1]?.[1]).toContain('Subject: Seen at last')
  expect(parts[1]?.[1]).not.toMatch(/received|return-path/i)
  expect(await handedInBy(reader, receipt.messageId ?? '')).toMatchObject([{ sender: '' }])
})

test('it leaves once, is nowhere in the own mailboxes, and is not asked for again', async () => {
  const [sender, reader] = [await person('blue'), await person('red')]
  const ref = await asked(reader, sender.account.address, 'Only once')
  const outcomes = await Promise.all(
    [answer(reader, ref, true), answer(reader, ref, true)].map((one) => one.catch(String)),
  )
  expect(outcomes).toContainEqual({ outcome: 'sent' })
  expect(await answer(reader, ref, true)).toEqual({ outcome: 'before' })
  expect((await detailOf(reader, ref)).receipt).toBeNull()
  expect(await flagsOf(reader, ref)).toContain('$MDNSent')
  const { messageId = '' } = await waitForMessage(sender.account, 'Read: Only once')
  expect(await handedInBy(reader, messageId)).toHaveLength(1)
  for (const mailbox of ['sent', 'scheduled']) {
    expect((await reader.call<ThreadWindow>('GET', `/api/threads?mailbox=${mailbox}`)).rows).toEqual([])
  }
  expect((await reader.call<Outbox>('GET', '/api/outbox')).messages).toEqual([])
  expect((await reader.call<ContactWindow>('GET', '/api/contacts/book')).total).toBe(0)
})

test('a refused request is marked in every program, and nothing leaves', async () => {
  const [sender, reader] = [await person('blue'), await person('red')]
  const ref = await asked(reader, sender.account.address, 'Not today')
  expect(await answer(reader, ref, false)).toEqual({ outcome: 'declined' })
  expect(await flagsOf(reader, ref)).toContain('$MDNSent')
  expect((await detailOf(reader, ref)).receipt).toBeNull()
  expect(await answer(reader, ref, true)).toEqual({ outcome: 'before' })
})

test('what another program answered is not asked', async () => {
  const [sender, reader] = [await person('blue'), await person('red')]
  const ref = await asked(reader, sender.account.address, 'Answered elsewhere')
  await withImap(reader.account, async (client) => {
    await client.mailboxOpen('INBOX')
    await client.messageFlagsAdd('1:*', ['$MDNSent'])
  })
  expect((await detailOf(reader, ref)).receipt).toBeNull()
})

test('to another place than the message came from it says so; of a list nothing is asked', async () => {
  const [sender, reader] = [await person('blue'), await person('red')]
  const to = sender.account.address
  const other = await asked(reader, to, 'Elsewhere', '', 'bounces@shop.example')
  expect((await detailOf(reader, other)).receipt).toEqual({ to: [to], elsewhere: true })
  const list = await asked(reader, to, 'Of a list', 'List-Id: <news.example>\r\n')
  expect((await detailOf(reader, list)).receipt).toBeNull()
  const refused = await ask('POST', `${pathOf(list)}/receipt`, { cookie: reader.cookie, json: { send: true } })
  expect(refused.status).toBe(404)
})

test('a hostile request sends no line of its own', async () => {
  const reader = await person('red')
  const ref = await asked(reader, 'a@b.example', 'Trick', 'X-Trick: a\r\n')
  expect((await detailOf(reader, ref)).receipt).toEqual({ to: ['a@b.example'], elsewhere: false })
  const twice = await asked(reader, 'a@b.example', 'Trick two', 'Disposition-Notification-To: <c@d.example>\r\n')
  expect((await detailOf(reader, twice)).receipt).toBeNull()
})
