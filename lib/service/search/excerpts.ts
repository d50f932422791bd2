import type { MailAccount } from '@/lib/auth/signed-in'
import type { SearchNode } from '@/lib/contract/search-tree'
import type { Excerpt } from '@/lib/contract/threads'
import { findShapes } from '@/lib/db/word-index/find-messages'
import { log } from '@/lib/log'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchManySections } from '@/lib/mail/imap/fetch-section'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { decodePart, type TextPart } from '@/lib/mail/mime/decode-part'
import { htmlToText } from '@/lib/mail/mime/html-to-text'
import { readShape } from '@/lib/mail/mime/text-shape'
import type { TypedWord } from '@/lib/mail/search/split-words'
import type { Hit } from '@/lib/service/rows-of-hits'
import { excerptsOf, wordsToMark } from '@/lib/service/search/mark-words'
import type { ScopedMailbox } from '@/lib/service/search/scope'
import { withMailbox } from '@/lib/service/with-mailbox'

/** Bytes of a text that are looked through; milliseconds for one HTML text, and for all of a page. */
const textBytes = 32 * 1024
const htmlPatience = 30
const patience = 150

/** Texts read for earlier searches: who types on, or narrows a search, has most of the same messages before him. */
const shared = globalThis as typeof globalThis & { waypostTexts?: RecentMap<string> }
shared.waypostTexts ??= new RecentMap(1_000)
const knownTexts = shared.waypostTexts
/** A longer text is read again. */
const keptCharacters = 8_000

type Wanted = { hit: Hit; parts: TextPart[]; key: string }

/** Pieces of text by message (`hitKey`). */
export type Excerpts = Map<string, Excerpt[]>
export const hitKey = ({ path, uid }: Hit): string => `${path}\n${uid}`

const textOf = (part: TextPart, bytes: Buffer): string => {
  const text = decodePart(part, bytes)
  return part.type === 'text/html' ? htmlToText(text, htmlPatience) : text
}

function groupByParts(wanted: Wanted[]): Wanted[][] {
  const groups = new Map<string, Wanted[]>()
  for (const one of wanted) {
    const key = one.parts.map(({ part }) => part).join(' ')
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** The first of a message's texts with the words in it. HTML comes last: reading it costs most. */
function firstExcerpts({ parts }: Wanted, words: TypedWord[][], textAt: (part: TextPart) => string | undefined) {
  for (const part of parts) {
    const text = textAt(part)
    if (text === undefined) return null
    const found = excerptsOf(text, words)
    if (found.length > 0) return found
  }
  return []
}

/** Looks through what was read before; returns those whose texts are not known. */
function lookThroughKnown(wanted: Wanted[], words: TypedWord[][], excerpts: Excerpts): Wanted[] {
  return wanted.filter((one) => {
    const found = firstExcerpts(one, words, ({ part }) => knownTexts.get(`${one.key}\n${part}`))
    if (found !== null) excerpts.set(hitKey(one.hit), found)
    return found === null
  })
}

async function readTexts(
  connection: ImapConnection,
  wanted: Wanted[],
  words: TypedWord[][],
  excerpts: Excerpts,
  until: number,
) {
  for (const group of groupByParts(wanted)) {
    const sections = (group[0]?.parts ?? []).map(({ part }) => ({ section: part, start: 0, length: textBytes }))
    const byUid = new Map(group.map((one) => [one.hit.uid, one]))
    await fetchManySections(connection, [...byUid.keys()], sections, (uid, found) => {
      const one = byUid.get(uid)
      if (one === undefined || performance.now() > until) return
      const textAt = (part: TextPart) => {
        const text = textOf(part, found.get(part.part) ?? Buffer.alloc(0))
        if (text.length <= keptCharacters) knownTexts.set(`${one.key}\n${part.part}`, text)
        return text
      }
      excerpts.set(hitKey(one.hit), firstExcerpts(one, words, textAt) ?? [])
    })
  }
}

async function wantedByPath(account: MailAccount, hits: Hit[], scope: ScopedMailbox[]): Promise<Map<string, Wanted[]>> {
  const mailboxAt = new Map(scope.map((mailbox) => [mailbox.path, mailbox]))
  const shapes = await findShapes(hits.map(({ path, uid }) => ({ mailboxId: mailboxAt.get(path)?.indexId ?? 0, uid })))
  const byPath = new Map<string, Wanted[]>()
  for (const [at, hit] of hits.entries()) {
    const parts = readShape(shapes[at] ?? '')
    if (parts.length === 0) continue
    const key = `${account.address}\n${hitKey(hit)}\n${mailboxAt.get(hit.path)?.uidValidity}`
    byPath.set(hit.path, [...(byPath.get(hit.path) ?? []), { hit, parts, key }])
  }
  return byPath
}

/**
 * Pieces of the messages' texts around what was searched for. They come from the messages themselves, one FETCH for those
 * whose text lies alike; messages that would take too long have none.
 */
export async function readExcerpts(
  account: MailAccount,
  node: SearchNode,
  hits: Hit[],
  scope: ScopedMailbox[],
): Promise<Excerpts> {
  const excerpts: Excerpts = new Map()
  const words = wordsToMark(node)
  if (words.length === 0 || hits.length === 0) return excerpts
  const until = performance.now() + patience
  for (const [path, wanted] of await wantedByPath(account, hits, scope)) {
    const unread = lookThroughKnown(wanted, words, excerpts)
    if (unread.length === 0) continue
    try {
      await withMailbox(account, path, (connection) => readTexts(connection, unread, words, excerpts, until))
    } catch (err) {
      log.warn({ err }, 'the texts around hits could not be read')
    }
  }
  return excerpts
}
