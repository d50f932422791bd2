import { describe, expect, it } from 'vitest'
import { dsnReason } from '@/lib/mail/dsn/dsn-reason'
import { parseDeliveryStatus } from '@/lib/mail/dsn/parse-delivery-status'

/** Forms that servers in use write; the texts are made up, the shapes are theirs. */
const corpus = {
  postfix: `Reporting-MTA: dns; mx1.blue.example
X-Postfix-Queue-ID: 4jYxXk1DTLzmcq6
X-Postfix-Sender: rfc822; brian@blue.example
Arrival-Date: Tue, 24 Nov 2026 21:59:02 +0000 (UTC)

Final-Recipient: rfc822; nobody@red.example
Original-Recipient: rfc822;nobody@red.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx1.red.example
Diagnostic-Code: smtp; 550 5.1.1 <nobody@red.example>: Recipient address
    rejected: User unknown in virtual mailbox table
`,
  exchange: `Reporting-MTA: dns;AM0PR01.prod.example.com\r
Received-From-MTA: dns;VI1PR01.prod.example.com\r
Arrival-Date: Tue, 24 Nov 2026 10:00:00 +0000\r
\r
Original-Recipient: rfc822;gone@corp.example\r
Final-Recipient: rfc822;gone@corp.example\r
Action: failed\r
Status: 5.1.10\r
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup\r
X-Display-Name: Gone\r
`,
  gmail: `Reporting-MTA: dns; googlemail.com
Received-From-MTA: dns; brian@blue.example
Arrival-Date: Tue, 24 Nov 2026 02:00:00 -0800 (PST)
X-Original-Message-ID: <1@blue.example>

Final-Recipient: rfc822; full@mail.example
Action: failed
Status: 5.2.2
Remote-MTA: dns; mx.mail.example. (192.0.2.7, the server for the domain mail.example.)
Diagnostic-Code: smtp; 552-5.2.2 The recipient's inbox is out of storage space. 552 5.2.2 OverQuotaPerm
Last-Attempt-Date: Tue, 24 Nov 2026 02:00:01 -0800 (PST)
`,
  exim: `Reporting-MTA: dns; exim.example

Action: failed
Final-Recipient: rfc822;nobody@elsewhere.example
Status: 5.0.0
Remote-MTA: dns; mx.elsewhere.example
Diagnostic-Code: smtp; 550 No such user here
`,
  sendmail: `Reporting-MTA: dns; sm.example
Received-From-MTA: DNS; client.example

Final-Recipient: RFC822; a@b.example
Action: delayed
Status: 4.4.7
Remote-MTA: DNS; mx.b.example
Diagnostic-Code: SMTP; 452 4.4.5 Insufficient disk space; try again later
Will-Retry-Until: Sun, 29 Nov 2026 10:00:00 GMT
`,
  success: `Reporting-MTA: dns; mx1.red.example
Original-Envelope-Id: 2026+2B11

Final-Recipient: rfc822; jsmith@red.example
Action: relayed
Status: 2.0.0

Final-Recipient: rfc822; team@red.example
Action: expanded (to multi-recipient alias)
Status: 2.0.0
`,
} as const

describe('a delivery status notification', () => {
  it('of Postfix, with a folded diagnosis', () => {
    expect(parseDeliveryStatus(corpus.postfix)).toEqual({
      reportingMta: 'mx1.blue.example',
      envelopeId: '',
      recipients: [
        {
          finalRecipient: 'nobody@red.example',
          originalRecipient: 'nobody@red.example',
          action: 'failed',
          status: '5.1.1',
          diagnostic:
            '550 5.1.1 <nobody@red.example>: Recipient address rejected: User unknown in virtual mailbox table',
          remoteMta: 'mx1.red.example',
        },
      ],
    })
  })

  it('of each big server becomes one reason', () => {
    const reason = (text: string) => {
      const [first] = parseDeliveryStatus(text)?.recipients ?? []
      return first && `${first.action} ${dsnReason(first.status, first.diagnostic)}`
    }
    expect(reason(corpus.postfix)).toBe('failed no-such-mailbox')
    expect(reason(corpus.exchange)).toBe('failed no-such-mailbox')
    expect(reason(corpus.gmail)).toBe('failed mailbox-full')
    expect(reason(corpus.exim)).toBe('failed no-such-mailbox')
    expect(reason(corpus.sendmail)).toBe('delayed took-too-long')
  })

  it('names several recipients, and words after an action do not matter', () => {
    const status = parseDeliveryStatus(corpus.success)
    expect(status?.envelopeId).toBe('2026+11')
    expect(status?.recipients.map(({ action, finalRecipient }) => `${action} ${finalRecipient}`)).toEqual([
      'relayed jsmith@red.example',
      'expanded team@red.example',
    ])
  })

  it('that names nobody is none', () => {
    expect(parseDeliveryStatus('')).toBeNull()
    expect(parseDeliveryStatus('Reporting-MTA: dns; x\n\nAction: failed\n')).toBeNull()
    expect(parseDeliveryStatus('Hello,\n\nyour message came back.\n')).toBeNull()
  })

  it('of hostile size is read within bounds', () => {
    const many = 'Final-Recipient: rfc822; a@b.example\nAction: failed\n\n'.repeat(50_000)
    expect(parseDeliveryStatus(`Reporting-MTA: dns; x\n\n${many}`)?.recipients).toHaveLength(200)
    const long = `Final-Recipient: rfc822; a@b.example\nAction: failed\nDiagnostic-Code: smtp; ${'x'.repeat(400_000)}\n`
    expect(parseDeliveryStatus(long)?.recipients[0]?.diagnostic).toHaveLength(2_000)
  })
})

describe('the reason', () => {
  it('is in the words where the code is vague', () => {
    expect(dsnReason('5.7.1', '554 5.7.1 Service unavailable; client blocked using zen.example')).toBe(
      'refused-as-spam',
    )
    expect(dsnReason('5.0.0', '550 mailbox is full')).toBe('mailbox-full')
    expect(dsnReason('5.7.1', 'Relay access denied')).toBe('refused-by-policy')
    expect(dsnReason('', '')).toBe('unknown')
  })
})
