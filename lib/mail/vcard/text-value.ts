import { decodeText } from '@/lib/mail/mime/decode-text'
import { decodeTransfer } from '@/lib/mail/mime/decode-transfer'
import type { Property } from '@/lib/mail/vcard/property'

/** Text of a property: its bytes decoded as it says (vCard 2.1), else as UTF-8, else as windows-1252. Escapes stay. */
export function rawText({ params, value }: Property): string {
  const encoding = params.get('ENCODING')?.[0]?.toLowerCase() ?? ''
  const bytes = Buffer.from(value, 'latin1')
  const plain = encoding === 'quoted-printable' ? decodeTransfer(bytes, encoding) : bytes
  return decodeText(plain, params.get('CHARSET')?.[0] ?? 'utf-8')
}

/** Takes escapes away (RFC 6350 section 3.4). vCard 2.1 escapes only `;`, so a backslash may be one. */
const withoutEscapes = (text: string, old: boolean): string =>
  old
    ? text.replace(/\\([;\\,])/g, '$1')
    : text.replace(/\\(.)/gs, (_, char: string) => (/n/i.test(char) ? '\n' : char))

/** The parts of a value between separators that are not escaped. */
export function splitValue(text: string, separator: ';' | ',', old: boolean): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '\\') part += char + text.charAt(++at)
    else if (char === separator) {
      parts.push(part)
      part = ''
    } else part += char
  }
  return [...parts, part].map((each) => withoutEscapes(each, old).trim())
}

export const plainText = (text: string, old: boolean): string => withoutEscapes(text, old).trim()
