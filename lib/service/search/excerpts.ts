import type { MailAccount } from '@/lib/auth/signed-in'
import type { SearchNode } from '@/lib/contract/search-tree'
import type { ThreadRow } from '@/lib/contract/threads'
import { findShapes } from '@/lib/db/word-index/find-messages'
import { log } from '@/lib/log'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchManySections } from '@/lib/mail/imap/fetch-section'
import { decodePart, type TextPart } from '@/lib/mail/mime/decode-part'
import { htmlToText } from '@/lib/mail/mime/html-to-text'
import { readShape } from '@/lib/mail/mime/text-shape'
import type { TypedWord } from '@/lib/mail/search/split-words'
import type { Hit, HitRow } from '@/lib/service/rows-of-hits'
import { excerptsOf, wordsToMark } from '@/lib/service/search/mark-words'
import type { ScopedMailbox } from '@/lib/service/search/scope'
import { withMailbox } from '@/lib/service/with-mailbox'

/** Bytes of a text that are looked through; milliseconds for one HTML text, and for all of a page. */
const textBytes = 32 * 1024
const htmlPatience = 30
const patience = 150

type Wanted = { row: ThreadRow; hit: Hit; parts: TextPart[] }

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

async function readTexts(connection: ImapConnection, wanted: Wanted[], words: TypedWord[][], until: number) {
  for (const group of groupByParts(wanted)) {
    const sections = (group[0]?.parts ?? []).map(({ part }) => ({ section: part, start: 0, length: textBytes }))
    const byUid = new Map(group.map((one) => [one.hit.uid, one]))
    await fetchManySections(connection, [...byUid.keys()], sections, (uid, found) => {
      const one = byUid.get(uid)
      if (one === undefined || performance.now() > until) return
      for (const part of one.parts) {
        // the HTML comes last, and only where the plain text had nothing: reading it costs most
        if (one.row.excerpts.length > 0) break
        one.row.excerpts = excerptsOf(textOf(part, found.get(part.part) ?? Buffer.alloc(0)), words)
      }
    })
  }
}

/**
 * The rows with pieces of their text around what was searched for, of the message that was found first. They come from the
 * messages themselves, one FETCH for those whose text lies alike; rows that would take too long have none.
 */
export async function withExcerpts(
  account: MailAccount,
  node: SearchNode,
  found: HitRow[],
  scope: ScopedMailbox[],
): Promise<ThreadRow[]> {
  const rows = found.map(({ row }) => ({ ...row }))
  const words = wordsToMark(node)
  if (words.length === 0) return rows
  const until = performance.now() + patience
  const idOf = new Map(scope.map(({ path, indexId }) => [path, indexId]))
  const hits = found.flatMap(({ hits: [hit] }, at) => (hit === undefined ? [] : [{ hit, row: rows[at] }]))
  const shapes = await findShapes(hits.map(({ hit }) => ({ mailboxId: idOf.get(hit.path) ?? 0, uid: hit.uid })))
  const byPath = new Map<string, Wanted[]>()
  for (const [at, { hit, row }] of hits.entries()) {
    const parts = readShape(shapes[at] ?? '')
    if (row === undefined || parts.length === 0) continue
    byPath.set(hit.path, [...(byPath.get(hit.path) ?? []), { row, hit, parts }])
  }
  for (const [path, wanted] of byPath) {
    try {
      await withMailbox(account, path, (connection) => readTexts(connection, wanted, words, until))
    } catch (err) {
      log.warn({ err }, 'the texts around hits could not be read')
    }
  }
  return rows
}
