import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import MailComposer from 'nodemailer/lib/mail-composer'
import MimeNode from 'nodemailer/lib/mime-node'

export type OutgoingAddress = { name: string; address: string }
/** A file on disk, or a few bytes, that becomes a part. With `contentId` (no angle brackets) it belongs to the HTML. */
export type OutgoingFile = { name: string; type: string; contentId: string | null } & (
  | { path: string }
  | { bytes: Buffer }
)

/** Addresses are parsed and header texts free of line ends before they come here. */
export type OutgoingMessage = {
  /** With angle brackets, as `inReplyTo` and `references`. */
  messageId: string
  date: Date
  from: OutgoingAddress
  /** Where answers are to go, or null for `from`. */
  replyTo: string | null
  to: OutgoingAddress[]
  cc: OutgoingAddress[]
  subject: string
  text: string
  /** A whole document, or null for plain text alone. */
  html: string | null
  inReplyTo: string | null
  references: string[]
  files: OutgoingFile[]
  /** Further header fields, ASCII. */
  headers?: Record<string, string>
}

/**
 * Writes the message to a file, CRLF line ends, ASCII only: nothing in it needs 8BITMIME. Files are read as they are
 * needed and never held in memory. There is no Bcc field; `bccField` makes one for the copies that stay at home.
 * @throws NodeJS.ErrnoException `ENOSPC`; `ENOENT` for a file that is gone
 */
export async function buildMessage(message: OutgoingMessage, destination: string): Promise<void> {
  const composer = new MailComposer({
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
    messageId: message.messageId,
    date: message.date,
    from: message.from,
    replyTo: message.replyTo ?? undefined,
    to: message.to,
    cc: message.cc,
    subject: message.subject,
    text: message.text,
    html: message.html ?? undefined,
    inReplyTo: message.inReplyTo ?? undefined,
    references: message.references,
    headers: message.headers,
    attachments: message.files.map(attachmentOf),
  })
  await pipeline(composer.compile().createReadStream(), createWriteStream(destination, { mode: 0o600 }))
}

function attachmentOf(file: OutgoingFile) {
  return {
    filename: file.name,
    contentType: safePartType(file.type),
    contentDisposition: file.contentId === null ? ('attachment' as const) : ('inline' as const),
    contentTransferEncoding: 'base64' as const,
    content: 'path' in file ? lazily(file.path) : file.bytes,
    ...(file.contentId === null ? {} : { cid: file.contentId }),
  }
}

/** Opens the file at the first read: two hundred attachments are not two hundred open files. */
function lazily(path: string): Readable {
  return Readable.from(
    (async function* chunks() {
      yield* createReadStream(path)
    })(),
    { objectMode: false },
  )
}

/**
 * Composite types may not be base64 (RFC 2045 section 6.4), so a forwarded .eml travels as a plain file and arrives with
 * the same bytes.
 */
function safePartType(type: string): string {
  const plain = /^(?!multipart\/|message\/)[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/
  return plain.test(type) ? type : 'application/octet-stream'
}

/** A Bcc field with its line end, or nothing: put before a message that stays in Sent or Drafts (RFC 5322 section 3.6.3). */
export function bccField(addresses: OutgoingAddress[]): string {
  if (addresses.length === 0) return ''
  const node = new MimeNode('text/plain', { keepBcc: true })
  node.setHeader('bcc', addresses)
  const field = /^Bcc: (?:.*)(?:\r\n[ \t].*)*/m.exec(node.buildHeaders())
  return field ? `${field[0]}\r\n` : ''
}
