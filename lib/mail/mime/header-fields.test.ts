import { describe, expect, it } from 'vitest'
import { changeFields } from '@/lib/mail/mime/header-fields'

const message = Buffer.from(
  'Bcc: a@b.example,\r\n c@d.example\r\nSubject: Gr\u00fc\u00dfe\r\nDate: then\r\n\r\nBcc: in the text\r\n',
)
const without = (name: string) => changeFields(message, (each, field) => (each === name ? '' : field)).toString()

describe('the fields of a header', () => {
  it('go with all their lines, and the text stays', () => {
    expect(without('bcc')).toBe('Subject: Gr\u00fc\u00dfe\r\nDate: then\r\n\r\nBcc: in the text\r\n')
  })
  it('stay byte for byte when nothing is changed', () => {
    expect(without('x').length).toBe(message.toString().length)
    expect(Buffer.from(without('x'))).toEqual(message)
  })
  it('take another text', () => {
    const changed = changeFields(message, (name, field) => (name === 'date' ? 'Date: now\r\n' : field)).toString()
    expect(changed).toContain('\r\nDate: now\r\n\r\nBcc: in the text')
  })
})
