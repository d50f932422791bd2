import { expect, test } from 'vitest'
import { append } from '@/e2e/deliver'
import { inboxRef, person } from '@/e2e/web-client'
import type { Bounce } from '@/lib/contract/bounce'
import type { DraftStarted, MessageSent } from '@/lib/contract/drafts'
import type { MessageRef } from '@/lib/contract/messages'

type Person = Awaited<ReturnType<typeof person>>

const bounceOf = (who: Person, { mailbox, id }: MessageRef) =>
  who.call<Bounce>('GET', `/api/messages/${mailbox}/${id}/bounce`)

test('a real bounce becomes one reason, and the message goes again to the one corrected address', async () => {
  const [sender, receiver] = [await person('blue'), await person('red')]
  const wrong = `x-${receiver.account.address}`
  const to = [{ name: '', address: wrong }, receiver.recipient]
  const draft = { ...(await sender.newDraft()), to, subject: 'Once more', html: '<p>Hello again</p>' }
  const sent = await sender.call<MessageSent>('POST', '/api/send', { draft, saved: null })
  const bounce = await bounceOf(sender, await inboxRef(sender, /undelivered/i))
  expect(bounce).toMatchObject({ genuine: true, original: sent.copy })
  expect(bounce.recipients).toEqual([
    expect.objectContaining({
      address: wrong,
      outcome: 'failed',
      reason: 'no-such-mailbox',
      server: 'mx1.redemailserver.com',
    }),
  ])
  const again = await sender.call<DraftStarted>('POST', '/api/drafts/start', {
    kind: 'resend',
    source: sent.copy,
    recipient: wrong,
  })
  expect(again.draft).toMatchObject({ to: [{ name: '', address: wrong }], cc: [], subject: 'Once more' })
  expect(again.draft.html).toContain('Hello again')
  expect(again.draft.messageId).not.toBe(draft.messageId)
})

const report = (messageId: string) =>
  [
    'From: MAILER-DAEMON@evil.example',
    'Subject: Forged report',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Click here to release your mail.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; evil.example',
    '',
    'Final-Recipient: rfc822; victim@red.example',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 <img src=x onerror=alert(1)>',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${messageId}`,
    'Subject: never sent',
    '',
    'x',
    '--b--',
    '',
  ].join('\r\n')

test('a report about a message this account never sent is not believed', async () => {
  const reader = await person('blue')
  await append(reader.account, report('<never@blueemailserver.com>'))
  const bounce = await bounceOf(reader, await inboxRef(reader, /Forged report/))
  expect(bounce).toMatchObject({ genuine: false, original: null })
  expect(bounce.recipients[0]?.words).toBe('550 <img src=x onerror=alert(1)>')
})
