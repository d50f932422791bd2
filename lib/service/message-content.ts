import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import { AppError } from '@/lib/errors'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type FetchedItems, fetchItems } from '@/lib/mail/imap/fetch-items'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { type ShownBody, shownBody } from '@/lib/mail/mime/body-document'
import { decodePart } from '@/lib/mail/mime/decode-part'
import { describeStructure, type MessageParts, type MimePart } from '@/lib/mail/mime/describe-structure'
import { htmlToText } from '@/lib/mail/mime/html-to-text'
import { sanitiseHtml } from '@/lib/mail/mime/sanitise-html'
import { textToHtml } from '@/lib/mail/mime/text-to-html'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { parseMessageId, requireUidValidity } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

/** One shown part. `source` is a stranger's HTML: nobody shows it; `clean` is what may be shown. */
export type ContentSection = { kind: 'html'; source: string; clean: string } | { kind: 'text'; text: string }

/** The readable content of a message; it never changes, so it can be kept. */
export type MessageContent = {
  parts: MessageParts
  sections: ContentSection[]
  /** The words, at most 2,000,000 characters. */
  text: string
  clipped: boolean
  hasRemoteContent: boolean
  /** What a frame is given to show; null when it has pictures inside or is long, and asks for itself. */
  shown: ShownBody | null
}

const byteLimit = 3 * 1024 * 1024
const textLimit = 2_000_000
const shownLength = 100_000
const shownLimit = 30

const shared = globalThis as typeof globalThis & { waypostContents?: RecentMap<MessageContent> }
shared.waypostContents ??= new RecentMap(300)
const contents = shared.waypostContents
const worthKeeping = 150_000

function toSection(part: MimePart, bytes: Buffer): { section: ContentSection; remote: boolean } {
  const text = decodePart(part, bytes)
  if (part.type !== 'text/html') return { section: { kind: 'text', text }, remote: false }
  const clean = sanitiseHtml(text, { styleSheets: true })
  return { section: { kind: 'html', source: text, clean: clean.html }, remote: clean.hasRemoteContent }
}

const wordsOf = (section: ContentSection) => (section.kind === 'text' ? section.text : htmlToText(section.source))

function bodyFor(sections: ContentSection[]): ShownBody | null {
  const html = sections.map((part) => (part.kind === 'text' ? textToHtml(part.text) : part.clean))
  const length = html.reduce((sum, { length }) => sum + length, 0)
  if (length > shownLength || html.some((part) => part.includes('src="cid:'))) return null
  return shownBody(sections.map(({ kind }, i) => ({ kind, html: html[i] ?? '' })))
}

function assemble(parts: MessageParts, bytes: Map<string, Buffer>): MessageContent {
  const shown = parts.shown.slice(0, shownLimit).map((part) => toSection(part, bytes.get(part.part) ?? Buffer.alloc(0)))
  const sections = shown.map(({ section }) => section)
  const plain = parts.plain.slice(0, shownLimit)
  const texts =
    plain.length > 0
      ? plain.map((part) => decodePart(part, bytes.get(part.part) ?? Buffer.alloc(0)))
      : sections.map(wordsOf)
  const text = texts.join('\n\n').replaceAll('\r\n', '\n')
  const cut = [...parts.shown, ...plain].some((part) => part.encodedSize > byteLimit)
  return {
    parts,
    sections,
    text: text.slice(0, textLimit),
    clipped: cut || text.length > textLimit,
    hasRemoteContent: shown.some(({ remote }) => remote),
    shown: bodyFor(sections),
  }
}

const keyOf = (account: MailAccount, path: string, id: string) => `${account.address}\n${path}\n${id}`

function keep(key: string, content: MessageContent) {
  const size = content.sections.reduce((sum, part) => sum + (part.kind === 'html' ? part.source.length * 2 : 0), 0)
  const shown = content.shown?.html.length ?? 0
  if (size + shown + content.text.length < worthKeeping) contents.set(key, content)
}

async function fetchContent(connection: ImapConnection, uid: number, items: FetchedItems): Promise<MessageContent> {
  const parts = describeStructure(items.structure)
  const wanted = new Set(
    [...parts.shown.slice(0, shownLimit), ...parts.plain.slice(0, shownLimit)].map((part) => part.part),
  )
  const sections = [...wanted].map((section) => ({ section, start: 0, length: byteLimit }))
  const bytes = sections.length === 0 ? new Map<string, Buffer>() : await fetchSections(connection, uid, sections)
  return assemble(parts, bytes)
}

/**
 * Content of a message while its mailbox is selected; `items` must hold its structure.
 * Only the shown text is fetched, at most 3 MB of each part.
 */
export async function contentOf(
  account: MailAccount,
  path: string,
  id: string,
  connection: ImapConnection,
  items: FetchedItems,
): Promise<MessageContent> {
  const key = keyOf(account, path, id)
  const known = contents.get(key)
  if (known !== undefined) return known
  const fresh = await fetchContent(connection, items.uid, items)
  keep(key, fresh)
  return fresh
}

/**
 * Content of one message.
 * @throws AppError `message-gone`, `mailbox-not-found`; MailError of the connection
 */
export async function readContent(account: MailAccount, ref: MessageRef): Promise<MessageContent> {
  const mailbox = await mailboxById(account, ref.mailbox)
  const known = contents.get(keyOf(account, mailbox.path, ref.id))
  if (known !== undefined) return known
  const { uidValidity, uid } = parseMessageId(ref.id)
  return withMailbox(account, mailbox.path, async (connection) => {
    requireUidValidity(connection, uidValidity)
    const [items] = await fetchItems(connection, String(uid), ['UID', 'BODYSTRUCTURE'], 'uid')
    if (items === undefined) throw new AppError('message-gone', 'the message is not there any more')
    return contentOf(account, mailbox.path, ref.id, connection, items)
  })
}
