import { describe, expect, test } from 'vitest'
import { append } from '@/e2e/deliver'
import { waitForMessage } from '@/e2e/mailbox-of'
import { inboxRef, person } from '@/e2e/web-client'
import type { Delivery } from '@/lib/contract/delivery'
import type { DraftStarted, MessageSent } from '@/lib/contract/drafts'
import type { MessageRef } from '@/lib/contract/messages'
import type { Receipt, ReceiptAnswered } from '@/lib/contract/receipts'
import { db } from '@/lib/db/client'
import { findReceipts } from '@/lib/db/read-receipts'

type Person = Awaited<ReturnType<typeof person>>

const soon = { timeout: 30_000, interval: 250 }
const pathOf = ({ mailbox, id }: MessageRef) => `/api/messages/${mailbox}/${id}`

/** Sends a message that asks for receipts; `copy` is the one in Sent. */
async function send(sender: Person, to: Person[], subject: string, receipt = true) {
  const draft = { ...(await sender.newDraft()), to: to.map(({ recipient }) => recipient), subject, html: 'x', receipt }
  const { copy } = await sender.call<MessageSent>('POST', '/api/send', { draft, saved: null })
  if (copy === null) throw new Error('no copy in Sent')
  return { messageId: draft.messageId, copy }
}

const receiptOf = (who: Person, ref: MessageRef) => who.call<Receipt>('GET', `${pathOf(ref)}/receipt`)

const readBy = async (who: Person, copy: MessageRef) =>
  (await who.call<Delivery>('GET', `${pathOf(copy)}/delivery`)).recipients.flatMap(({ recipient, receipt }) =>
    receipt === null ? [] : [`${recipient} ${receipt.kind}`],
  )

const accountIdOf = async ({ account }: Person) =>
  (await db().account.findUniqueOrThrow({ where: { address: account.address } })).id

/** A receipt as another program writes it. */
const report = (about: { from: string; recipient: string; messageId: string; subject: string; kind?: string }) =>
  [
    `From: <${about.from}>`,
    `Subject: ${about.subject}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It was read.',
    '--b',
    'Content-Type: message/disposition-notification',
    '',
    `Final-Recipient: rfc822; ${about.recipient}`,
    `Original-Message-ID: ${about.messageId}`,
    `Disposition: manual-action/MDN-sent-manually; ${about.kind ?? 'displayed'}`,
    '--b--',
    '',
  ].join('\r\n')

test('asked, answered, and seen in Sent though nobody opened the receipt', async () => {
  const [sender, reader, other] = [await person('blue'), await person('red'), await person('red')]
  const { copy } = await send(sender, [reader, other], 'Please tell me')
  const ref = await inboxRef(reader, 'Please tell me')
  const source = await waitForMessage(reader.account, 'Please tell me')
  const field = source.headerLines.find(({ key }) => key === 'disposition-notification-to')
  expect(field?.line).toBe(`Disposition-Notification-To: ${sender.account.address}`)
  expect(await readBy(sender, copy)).toEqual([])
  const answered = await reader.call<ReceiptAnswered>('POST', `${pathOf(ref)}/receipt`, { send: true })
  expect(answered).toEqual({ outcome: 'sent' })
  await expect.poll(() => readBy(sender, copy), soon).toEqual([`${reader.account.address} displayed`])
  const receipt = await receiptOf(sender, await inboxRef(sender, 'Read: Please tell me'))
  expect(receipt).toMatchObject({
    genuine: true,
    original: copy,
    subject: 'Please tell me',
    recipient: reader.account.address,
    kind: 'displayed',
  })
})

test('the wish is kept in a saved draft', async () => {
  const sender = await person('blue')
  const draft = { ...(await sender.newDraft()), to: [sender.recipient], subject: 'Later', html: 'x', receipt: true }
  const { saved } = await sender.call<{ saved: MessageRef }>('PUT', '/api/drafts', { draft, saved: null })
  const again = await sender.call<DraftStarted>('POST', '/api/drafts/start', { kind: 'edit', source: saved })
  expect(again.draft.receipt).toBe(true)
  const answer = await sender.call<DraftStarted>('POST', '/api/drafts/start', { kind: 'new' })
  expect(answer.draft.receipt).toBe(false)
})

test('a receipt is no answer: the reminder goes on', async () => {
  const [sender, reader] = [await person('blue'), await person('red')]
  const { messageId } = await send(sender, [reader], 'Still waiting')
  const due = new Date(Date.now() + 86_400_000).toISOString()
  await sender.call('PUT', '/api/follow-ups', { messageId, due })
  const ref = await inboxRef(reader, 'Still waiting')
  await reader.call('POST', `${pathOf(ref)}/receipt`, { send: true })
  const accountId = await accountIdOf(sender)
  await expect.poll(async () => (await findReceipts(accountId, messageId)).length, soon).toBe(1)
  const row = await db().followUp.findFirstOrThrow({ where: { accountId, messageId } })
  expect(row.state).toBe('waiting')
})

describe('a receipt that changes nothing', () => {
  async function taken(sender: Person, raw: string, subject: string): Promise<Receipt> {
    await append(sender.account, raw)
    return receiptOf(sender, await inboxRef(sender, subject))
  }

  test('is for no message of ours, for one that did not ask, or speaks for somebody else', async () => {
    const [sender, reader, stranger] = [await person('blue'), await person('red'), await person('red')]
    const silent = await send(sender, [reader], 'Asks for nothing', false)
    const asking = await send(sender, [reader], 'Asks')
    const [from, recipient] = [reader.account.address, reader.account.address]
    const forged = [
      report({ from, recipient, messageId: '<never@blueemailserver.com>', subject: 'F1' }),
      report({ from, recipient, messageId: silent.messageId, subject: 'F2' }),
      report({ from: stranger.account.address, recipient: 'x@y.example', messageId: asking.messageId, subject: 'F3' }),
    ]
    for (const [i, raw] of forged.entries()) expect(await taken(sender, raw, `F${i + 1}`)).toEqual({ genuine: false })
    const accountId = await accountIdOf(sender)
    for (const { messageId } of [silent, asking]) expect(await findReceipts(accountId, messageId)).toEqual([])
  })

  test('is about a message of another account', async () => {
    const [sender, reader, other] = [await person('blue'), await person('red'), await person('blue')]
    const { messageId } = await send(sender, [reader], 'Mine')
    const [from, recipient] = [reader.account.address, reader.account.address]
    expect(await taken(other, report({ from, recipient, messageId, subject: 'Yours' }), 'Yours')).toEqual({
      genuine: false,
    })
    expect(await findReceipts(await accountIdOf(sender), messageId)).toEqual([])
    expect(await findReceipts(await accountIdOf(other), messageId)).toEqual([])
  })

  test('one recipient does not speak for another', async () => {
    const [sender, one, two] = [await person('blue'), await person('red'), await person('red')]
    const { messageId } = await send(sender, [one, two], 'For two')
    const raw = report({ from: one.account.address, recipient: two.account.address, messageId, subject: 'Cross' })
    expect(await taken(sender, raw, 'Cross')).toMatchObject({ genuine: true, recipient: one.account.address })
  })
})

test('one that says it was thrown away is told as that, and the first word counts', async () => {
  const [sender, reader] = [await person('blue'), await person('red')]
  const { messageId, copy } = await send(sender, [reader], 'Unread')
  const about = { from: reader.account.address, recipient: 'cn=them', messageId }
  await append(sender.account, report({ ...about, subject: 'D1', kind: 'deleted' }))
  await expect.poll(() => readBy(sender, copy), soon).toEqual([`${reader.account.address} deleted`])
  await append(sender.account, report({ ...about, subject: 'D2' }))
  await receiptOf(sender, await inboxRef(sender, 'D2'))
  expect(await readBy(sender, copy)).toEqual([`${reader.account.address} deleted`])
})
