import type { TextPart } from '@/lib/mail/mime/decode-part'
import type { MessageParts } from '@/lib/mail/mime/describe-structure'

const partLimit = 10
/** Bytes of plain text below which the HTML beside it is read too: "your program shows no HTML" is no content. */
const tooShort = 400

/** The parts whose words are the message's words: the plain text where there is one that says something, else the HTML. */
export function textParts({ plain, shown }: MessageParts): TextPart[] {
  const bytes = plain.reduce((sum, part) => sum + part.encodedSize, 0)
  const html = shown.filter(({ type }) => type === 'text/html')
  const chosen = html.length > 0 && bytes < tooShort ? [...plain, ...html] : plain
  return chosen.slice(0, partLimit)
}

const safe = (text: string) => (/^[\w.:-]{1,40}$/.test(text) ? text : '-')

/** Text parts in one short line, to be read again without asking for BODYSTRUCTURE. Holds no word of the message. */
export const writeShape = (parts: TextPart[]): string =>
  parts
    .map(({ part, type, encoding, charset, flowed, delSp }) =>
      [part, type === 'text/html' ? 'h' : flowed ? (delSp ? 'd' : 'f') : 'p', safe(encoding), safe(charset)].join(' '),
    )
    .join(',')

/** The opposite of `writeShape`. */
export function readShape(shape: string): TextPart[] {
  if (shape === '') return []
  return shape.split(',').map((one) => {
    const [part = '1', kind = 'p', encoding = '7bit', charset = '-'] = one.split(' ')
    return {
      part,
      type: kind === 'h' ? 'text/html' : 'text/plain',
      encoding: encoding === '-' ? '7bit' : encoding,
      charset: charset === '-' ? '' : charset,
      flowed: kind === 'f' || kind === 'd',
      delSp: kind === 'd',
    }
  })
}
