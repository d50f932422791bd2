import { readZip } from '@/lib/mail/files/read-zip'

/** Office formats that are zip archives of XML: ECMA-376 (docx, xlsx, pptx) and ISO 26300 (OpenDocument). */
export type OfficeFormat = 'docx' | 'xlsx' | 'pptx' | 'odf'

/** Where the text is. */
const places: Record<OfficeFormat, RegExp> = {
  docx: /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/,
  xlsx: /^xl\/(?:sharedStrings|workbook|worksheets\/sheet\d+|comments\d*)\.xml$/,
  pptx: /^ppt\/(?:slides\/slide\d+|notesSlides\/notesSlide\d+)\.xml$/,
  odf: /^content\.xml$/,
}

/** Ends of elements after which a new word begins; inside all others a word may go on (`<w:t>Wo</w:t><w:t>rd</w:t>`). */
const breaks = new Set(
  'w:p w:tab w:br w:tc a:p a:br a:tc si c t row text:p text:h text:tab text:line-break text:s table:table-cell comment'.split(
    ' ',
  ),
)
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decode = (text: string) =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,4}));/gi, (whole, decimal, hex, name) => {
        if (name !== undefined) return entities[name] ?? whole
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
      })
    : text

/** The character data of an XML document. Entities of a DTD are not known here, so none can grow. */
function xmlText(xml: string, limit: number): string {
  const pieces: string[] = []
  let length = 0
  let at = 0
  while (at < xml.length && length < limit) {
    const open = xml.indexOf('<', at)
    const text = xml.slice(at, open < 0 ? undefined : open)
    if (text !== '') {
      pieces.push(decode(text))
      length += text.length
    }
    if (open < 0) break
    const close = xml.indexOf('>', open)
    if (close < 0) break
    const name = /^\/?([\w:-]{1,40})/.exec(xml.slice(open + 1, open + 42))?.[1] ?? ''
    const ends = xml[open + 1] === '/' || xml[close - 1] === '/'
    if (ends && breaks.has(name)) pieces.push('\n')
    at = close + 1
  }
  return pieces.join('')
}

/** The text of an office file, at most about `limit` characters. @throws Error when it cannot be read */
export function officeText(bytes: Buffer, format: OfficeFormat, limit: number): string {
  const texts: string[] = []
  let left = limit
  for (const content of readZip(bytes, (name) => places[format].test(name)).values()) {
    const text = xmlText(content.toString('utf8'), left)
    texts.push(text)
    left -= text.length
    if (left <= 0) break
  }
  return texts.join('\n').slice(0, limit)
}
