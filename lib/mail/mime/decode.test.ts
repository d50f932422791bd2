import { describe, expect, it } from 'vitest'
import { decodeText } from '@/lib/mail/mime/decode-text'
import { decodeTransfer, decodeTransferStream } from '@/lib/mail/mime/decode-transfer'
import { unflow } from '@/lib/mail/mime/unflow'

const hex = (text: string) => Buffer.from(text, 'hex')

async function streamed(bytes: Buffer, encoding: string, size: number): Promise<Buffer> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const decoded: Buffer[] = []
  for await (const piece of decodeTransferStream(pieces(), encoding)) decoded.push(piece)
  return Buffer.concat(decoded)
}

describe('charsets', () => {
  it.each([
    ['iso-2022-jp', '1b2442467c4b5c386c1b2842', '日本語'],
    ['shift_jis', '93fa967b8cea', '日本語'],
    ['euc-kr', 'c7d1b1db', '한글'],
    ['gb18030', 'd6d0cec4', '中文'],
    ['big5', 'a4a4a4e5', '中文'],
    ['koi8-r', 'f0d2c9d7c5d4', 'Привет'],
    ['windows-1251', 'cff0e8e2e5f2', 'Привет'],
    ['iso-8859-1', '4772fcdf65', 'Grüße'],
    ['utf-7', '4772+', 'Gr'],
    ['utf-8', '4772c3bcc39f65', 'Grüße'],
    ['us-ascii', '4772c3bcc39f65', 'Grüße'],
    ['no-such-charset', '4772fcdf65', 'Grüße'],
    ['"UTF-8"', 'e697a5', '日'],
  ])('%s is read', (charset, bytes, text) => {
    const raw = charset === 'utf-7' ? Buffer.from('Gr') : hex(bytes)
    expect(decodeText(raw, charset)).toBe(text)
  })

  it('utf-7 is read', () => {
    expect(decodeText(Buffer.from('Gr+APwA3w-e +- +ZeVnLIqe-'), 'utf-7')).toBe('Grüße + 日本語')
  })
})

describe('transfer encodings', () => {
  const binary = Buffer.from(Array.from({ length: 1000 }, (_, index) => (index * 37) % 256))

  it.each([1, 2, 3, 7, 76, 4096])('base64 in pieces of %i bytes gives the same bytes', async (size) => {
    const encoded = Buffer.from(binary.toString('base64').replace(/(.{76})/g, '$1\r\n'))
    expect(await streamed(encoded, 'base64', size)).toEqual(binary)
    expect(decodeTransfer(encoded, 'base64')).toEqual(binary)
  })

  it.each([1, 2, 3, 5, 4096])('quoted-printable in pieces of %i bytes gives the same bytes', async (size) => {
    const encoded = Buffer.from('Gr=C3=BC=C3=9Fe an=20alle, 1+1=3D2 weich=  \r\ner Umbruch=\r\n und kaputt: =ZZ =')
    const text = 'Grüße an alle, 1+1=2 weicher Umbruch und kaputt: =ZZ ='
    expect((await streamed(encoded, 'quoted-printable', size)).toString()).toBe(text)
    expect(decodeTransfer(encoded, 'quoted-printable').toString()).toBe(text)
  })
})

describe('format=flowed', () => {
  it('joins soft lines, keeps hard ones, quotes and the signature', () => {
    expect(unflow('one \ntwo\nthree\n> a \n> b\n-- \nme', false)).toBe('one two\nthree\n> a b\n-- \nme')
    expect(unflow(' >not a quote', false)).toBe('>not a quote')
    expect(unflow('日 \n本', true)).toBe('日本')
  })
})
