import { decodedSize, type MessageParts, type MimePart } from '@/lib/mail/mime/describe-structure'

/** How the words of a file are read. */
export type FileReader = 'text' | 'html' | 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'odf'

/** A file larger than this is found by its name only; as many of one message, and as many bytes, are read. */
const fileBytes = 10 * 1024 * 1024
const messageBytes = 20 * 1024 * 1024
const messageFiles = 20

const byType: Record<string, FileReader> = {
  'application/pdf': 'pdf',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/json': 'text',
  'application/xml': 'html',
  'text/xml': 'html',
}
const office = 'application/vnd.openxmlformats-officedocument.'
const byPrefix: [string, FileReader][] = [
  [`${office}wordprocessingml.`, 'docx'],
  [`${office}spreadsheetml.`, 'xlsx'],
  [`${office}presentationml.`, 'pptx'],
  ['application/vnd.oasis.opendocument.', 'odf'],
  ['text/', 'text'],
]
/** Many programs send everything as application/octet-stream: then the name says what it is. */
const byExtension: Record<string, FileReader> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  pptx: 'pptx',
  ppsx: 'pptx',
  odt: 'odf',
  ods: 'odf',
  odp: 'odf',
  txt: 'text',
  md: 'text',
  csv: 'text',
  log: 'text',
  html: 'html',
  htm: 'html',
}

function readerOf({ type, name }: MimePart): FileReader | null {
  const known = byType[type] ?? byPrefix.find(([prefix]) => type.startsWith(prefix))?.[1]
  if (known !== undefined) return known
  if (type !== 'application/octet-stream') return null
  return byExtension[/\.([a-z]{2,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null
}

/** The files of a message whose words can be read, within the limits of size and number. */
export function readableFiles({ files }: MessageParts): { part: MimePart; reader: FileReader }[] {
  const chosen: { part: MimePart; reader: FileReader }[] = []
  let bytes = 0
  for (const { part } of files) {
    const reader = readerOf(part)
    const size = decodedSize(part)
    if (reader === null || size > fileBytes || bytes + size > messageBytes) continue
    bytes += size
    chosen.push({ part, reader })
    if (chosen.length === messageFiles) break
  }
  return chosen
}
