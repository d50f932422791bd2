import { describe, expect, it } from 'vitest'
import { parseDisposition } from '@/lib/mail/mdn/parse-disposition'

/** Forms that programs in use write; the texts are made up, the shapes are theirs. */
const corpus = {
  exchange: `Final-recipient: RFC822; jsmith@corp.example\r
Disposition: automatic-action/MDN-sent-automatically; displayed\r
X-MSExch-Correlation-Key: 3mKZ0xYzEkWb1ZrQf0dY0A==\r
Original-Message-ID: <1@blue.example>\r
X-Display-Name: Smith, John\r
`,
  thunderbird: `Reporting-UA: desk.red.example; Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.5.0
Original-Recipient: rfc822;jsmith+work@red.example
Final-Recipient: rfc822;jsmith@red.example
Original-Message-ID: <1@blue.example>
Disposition: manual-action/MDN-sent-manually; displayed
`,
  gmail: `Reporting-UA: gmail.example; Gmail
Final-Recipient: rfc822;jsmith@mail.example
Original-Message-ID: <1@blue.example>
Disposition: automatic-action/MDN-sent-automatically; displayed
`,
  apple: `Reporting-UA: mac.example; Mail

Original-Recipient: rfc822; jsmith@mac.example
Final-Recipient: rfc822; jsmith@mac.example
Original-Message-ID:
 <1@blue.example>
Disposition: manual-action/MDN-sent-manually;displayed
`,
  notes: `Reporting-UA: notes.example; Lotus Notes
Final-Recipient: rfc822;CN=John Smith/O=Corp
Original-Message-ID: <1@blue.example>
Disposition: manual-action/MDN-sent-automatically; displayed/error
Error: x
`,
  unread: `Final-Recipient: rfc822;jsmith@corp.example
Disposition: automatic-action/MDN-sent-automatically; deleted
Original-Message-ID: <1@blue.example>
`,
}

const said = (text: string) => {
  const read = parseDisposition(text)
  return read && `${read.kind} ${read.originalMessageId} ${read.originalRecipient || '-'} ${read.finalRecipient}`
}

describe('a read receipt', () => {
  it.each([
    ['exchange', 'displayed <1@blue.example> - jsmith@corp.example'],
    ['thunderbird', 'displayed <1@blue.example> jsmith+work@red.example jsmith@red.example'],
    ['gmail', 'displayed <1@blue.example> - jsmith@mail.example'],
    ['apple', 'displayed <1@blue.example> jsmith@mac.example jsmith@mac.example'],
    ['notes', 'displayed <1@blue.example> - CN=John Smith/O=Corp'],
    ['unread', 'deleted <1@blue.example> - jsmith@corp.example'],
  ] as const)('of %s', (name, expected) => {
    expect(said(corpus[name])).toBe(expected)
  })

  it.each([
    '',
    'Hello,\n\nI have read it.\n',
    'Final-Recipient: rfc822; a@b.example\n',
    'Disposition: automatic-action/MDN-sent-automatically; processed\n',
    'Disposition: displayed\n',
  ])('is none when it says %j', (text) => {
    expect(parseDisposition(text)).toBeNull()
  })

  it('may leave out which message it is about', () => {
    expect(parseDisposition('Disposition: manual-action/MDN-sent-manually; displayed\n')?.originalMessageId).toBe('')
  })

  it('of hostile size is read within bounds', () => {
    const long = `Disposition: a/b; displayed\nFinal-Recipient: rfc822; ${'x'.repeat(100_000)}\n`
    expect(parseDisposition(long)?.finalRecipient).toHaveLength(2_000)
    expect(parseDisposition(`${'X: y\n\n'.repeat(20_000)}Disposition: a/b; displayed\n`)).toBeNull()
  })

  it('counts the first field of a name', () => {
    expect(said(`${corpus.gmail}\nFinal-Recipient: rfc822; victim@b.example\n`)).toContain('jsmith@mail.example')
  })
})
