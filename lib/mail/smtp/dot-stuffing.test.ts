import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { DotStuffing } from '@/lib/mail/smtp/dot-stuffing'

const stuff = (...chunks: string[]) =>
  text(
    Readable.from(
      chunks.map((chunk) => Buffer.from(chunk)),
      { objectMode: false },
    ).pipe(new DotStuffing()),
  )

describe('the data of a message', () => {
  it('has dots at line starts doubled, also at the start of a chunk', async () => {
    expect(await stuff('.a\r\n..b\r\n', '.c.\r\n')).toBe('..a\r\n...b\r\n..c.\r\n.\r\n')
  })
  it('cannot end early, whatever its line ends', async () => {
    for (const end of ['\n.\n', '\n.\r\n', '\r.\r', '\r.\r\n', '\r\n.\r\n', '\r\n.\n']) {
      const sent = await stuff(`a${end}MAIL FROM:<x@y.example>\r\n`)
      expect(sent.indexOf('\r\n.\r\n')).toBe(sent.length - 5)
      expect(sent.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    }
  })
  it('ends its last line', async () => {
    expect(await stuff('a')).toBe('a\r\n.\r\n')
    expect(await stuff('a\r')).toBe('a\r\n.\r\n')
    expect(await stuff('a\r', '\nb\r\n')).toBe('a\r\nb\r\n.\r\n')
  })
})
