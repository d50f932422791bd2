import { describe, expect, it } from 'vitest'
import { isHeaderText, parseMailAddress } from '@/lib/mail/mime/mail-address'

const refused = (typed: string) => expect(parseMailAddress(typed), typed).toEqual({ ok: false, reason: 'invalid' })

describe('an address', () => {
  it('stays as typed but for the case of its domain', () => {
    expect(parseMailAddress('J.Smith+news@RedEmailServer.com')).toEqual({
      ok: true,
      address: 'J.Smith+news@redemailserver.com',
    })
  })
  it('has its domain in A-labels', () => {
    expect(parseMailAddress('info@bücher.example')).toEqual({ ok: true, address: 'info@xn--bcher-kva.example' })
  })
  it('with a local part beyond ASCII is told apart from nonsense', () => {
    expect(parseMailAddress('jörg@example.com')).toEqual({ ok: false, reason: 'smtputf8' })
    expect(parseMailAddress('用户@example.com')).toEqual({ ok: false, reason: 'smtputf8' })
    refused('jö rg@example.com')
    refused('jö\u202erg@example.com')
  })
  it('that reads as two is refused', () => {
    for (const typed of [
      '"x@gmail.com x"@internal.example',
      'x@gmail.com@internal.example',
      'a@b.example, c@d.example',
      'a@b.example;c@d.example',
      'Name <a@b.example>',
      '<a@b.example>',
      'a(comment)@b.example',
      'group: a@b.example;',
      '=?utf-8?q?a=40gmail.com?= b@c.example',
    ])
      refused(typed)
  })
  it('with a line end, a NUL or a space is refused', () => {
    for (const bad of ['\r\n', '\n', '\r', '\0', ' ', '\t', '\u2028', '\u00a0']) {
      refused(`a${bad}@b.example`)
      refused(`a@b${bad}.example`)
      refused(`a@b.example${bad}RCPT TO:<c@d.example>`)
    }
  })
  it('whose domain would be another one after IDNA is refused', () => {
    refused('a@ｇmail.com')
    refused('a@gmail。com')
    refused('a@ex%61mple.com')
    refused('a@exam\u00adple.com')
  })
  it('without a proper domain is refused', () => {
    for (const typed of [
      'a@b',
      'a@',
      '@b.example',
      'a',
      '',
      'a@[127.0.0.1]',
      'a@127.0.0.1',
      'a@-b.example',
      'a@b..example',
      'a@.example',
    ])
      refused(typed)
  })
  it('longer than RFC 5321 allows is refused', () => {
    refused(`${'a'.repeat(65)}@b.example`)
    refused(`a@${'b'.repeat(64)}.example`)
    refused(`a@${'b.'.repeat(130)}example`)
  })
})

describe('header text', () => {
  it('has no line ends of any kind', () => {
    for (const bad of ['\r', '\n', '\0', '\u2028', '\u2029', '\u0085', '\x0b'])
      expect(isHeaderText(`a${bad}Bcc: b`)).toBe(false)
    expect(isHeaderText('Grüße\tan 田中 🙂')).toBe(true)
  })
})
