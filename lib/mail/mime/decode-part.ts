import { charsetOfHtml, decodeText } from '@/lib/mail/mime/decode-text'
import { decodeTransfer } from '@/lib/mail/mime/decode-transfer'
import type { MimePart } from '@/lib/mail/mime/describe-structure'
import { unflow } from '@/lib/mail/mime/unflow'

/** What has to be known of a text part to read its bytes. */
export type TextPart = Pick<MimePart, 'part' | 'type' | 'charset' | 'encoding' | 'flowed' | 'delSp'>

/** Bytes of a text part as they came, as its text. HTML stays HTML. Broken input is read as far as it goes. */
export function decodePart(part: Omit<TextPart, 'part'>, bytes: Buffer): string {
  const raw = decodeTransfer(bytes, part.encoding)
  const charset = part.charset || (part.type === 'text/html' ? charsetOfHtml(raw) : '')
  const text = decodeText(raw, charset).replaceAll('\u0000', '')
  return part.flowed && part.type === 'text/plain' ? unflow(text, part.delSp) : text
}
