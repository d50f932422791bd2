import { describe, expect, it } from 'vitest'
import { buildReceipt } from '@/lib/mail/mdn/build-receipt'
import { readReceiptRequest } from '@/lib/mail/mdn/receipt-request'
import { headerFields } from '@/lib/mail/mime/head-fields'

const request = (...lines: string[]) => readReceiptRequest(headerFields(lines.join('\r\n')))
const asking = 'Disposition-Notification-To: Brian <brian@blue.example>'
const path = 'Return-Path: <brian@blue.example>'

describe('a request for a read receipt', () => {
  it('to the address the message came from', () => {
    expect(request(path, asking)).toEqual({ to: ['brian@blue.example'], elsewhere: false })
  })

  it('to another address, to several, or without Return-Path goes elsewhere', () => {
    expect(request('Return-Path: <bounces@list.example>', asking)?.elsewhere).toBe(true)
    expect(request(asking)?.elsewhere).toBe(true)
    expect(request(path, `${asking},\r\n "X, Y" <x@blue.example>`)).toEqual({
      to: ['brian@blue.example', 'x@blue.example'],
      elsewhere: true,
    })
  })

  it('names an address once', () => {
    expect(request(path, `${asking}, BRIAN@blue.example`)?.elsewhere).toBe(false)
  })

  it.each([
    ['a list', 'List-Id: <news.example>'],
    ['bulk mail', 'Precedence: bulk'],
    ['an automatic answer', 'Auto-Submitted: auto-replied (vacation)'],
    ['a report', 'Content-Type: multipart/report; report-type=delivery-status'],
    ['an option that must be understood', 'Disposition-Notification-Options: signed-receipt=required,pkcs7'],
    ['a second request', asking],
  ])('is none in %s', (_what, line) => {
    expect(request(path, asking, line)).toBeNull()
  })

  it('stands beside what says that a person wrote it', () => {
    expect(request(path, asking, 'Auto-Submitted: no', 'Disposition-Notification-Options: a=optional,b')).not.toBeNull()
  })

  it.each([
    '',
    'nobody',
    'Team: a@b.example, c@d.example;',
    '<"x@y.example z"@b.example>',
    'brian@blue.example, nobody',
    Array.from({ length: 40 }, (_, i) => `x${i}@b.example`).join(', '),
  ])('is none when it asks for %j', (to) => {
    expect(request(path, `Disposition-Notification-To: ${to}`)).toBeNull()
  })
})

describe('a read receipt', () => {
  it('has the three parts of RFC 8098, in ASCII', async () => {
    const bytes = await buildReceipt({
      messageId: '<receipt.1@red.example>',
      date: new Date('2026-11-29T00:30:00Z'),
      from: { name: 'Jörg, Smith', address: 'jsmith@red.example' },
      to: ['brian@blue.example'],
      subject: 'Read: Größe',
      text: 'Ihre Nachricht „Größe“ wurde geöffnet.\n',
      originalMessageId: '<1@blue.example>',
      originalHeader: Buffer.from('Subject: gr\xf6\xdfe\r\nMessage-ID: <1@blue.example>\r\n', 'latin1'),
    })
    const text = bytes.toString('latin1')
    expect(text).toMatch(/^[\r\n\x20-\x7e]+$/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text).toMatch(/^Content-Type: multipart\/report; report-type=disposition-notification;\r\n boundary=/m)
    expect(text).toContain('Auto-Submitted: auto-replied\r\n')
    expect(text).toContain('In-Reply-To: <1@blue.example>\r\n')
    expect(text).toContain(
      [
        'Content-Type: message/disposition-notification',
        '',
        'Reporting-UA: red.example; Waypost',
        'Final-Recipient: rfc822; jsmith@red.example',
        'Original-Message-ID: <1@blue.example>',
        'Disposition: manual-action/MDN-sent-manually; displayed',
      ].join('\r\n'),
    )
    expect(text).toContain('Content-Type: text/rfc822-headers')
    expect(text).not.toMatch(/disposition-notification-to/i)
  })
})
