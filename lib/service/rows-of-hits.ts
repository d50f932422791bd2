import type { MailAccount } from '@/lib/auth/signed-in'
import type { ThreadRow } from '@/lib/contract/threads'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import type { IndexSource } from '@/lib/mail/thread/read-index'
import type { ThreadIndex } from '@/lib/mail/thread/thread-index'
import { mailboxByPath } from '@/lib/service/mailbox-directory'
import { sourceOf } from '@/lib/service/thread-list'
import { readThreadRows } from '@/lib/service/thread-rows'
import { withIndex } from '@/lib/service/with-index'

/** A message a search found: where it really is. */
export type Hit = { path: string; uid: number }
export type HitWindow = { mode: 'threads' | 'messages'; offset: number; limit: number }

/** A row of results with the hits in it, best first. `total` counts rows, hits that are gone not among them. */
export type HitRow = { row: ThreadRow; hits: Hit[] }
export type HitRows = { total: number; rows: HitRow[] }

type Placed = { hit: Hit; place: number }
/** The hits of one row, and where in the order of all hits the first of them stands. */
type Merged = { source: IndexSource; place: number; hits: Hit[] }
type Lent = { connection: ImapConnection; index: ThreadIndex }

async function bySource(account: MailAccount, hits: Hit[]): Promise<{ source: IndexSource; placed: Placed[] }[]> {
  const sources = new Map<string, IndexSource>()
  const groups = new Map<string, { source: IndexSource; placed: Placed[] }>()
  for (const [place, hit] of hits.entries()) {
    const source = sources.get(hit.path) ?? (await sourceOf(account, await mailboxByPath(account, hit.path)))
    sources.set(hit.path, source)
    const group = groups.get(source.path) ?? { source, placed: [] }
    group.placed.push({ hit, place })
    groups.set(source.path, group)
  }
  return [...groups.values()]
}

/** Hits of one index by rows: those of one conversation together. */
function merge({ index }: Lent, source: IndexSource, placed: Placed[], single: boolean): Merged[] {
  const merged = new Map<number, Merged>()
  for (const { hit, place } of placed) {
    const message = index.find(hit.path, hit.uid)
    if (message < 0) continue
    const key = single ? message : index.threadOf(message)
    const known = merged.get(key)
    if (known === undefined) merged.set(key, { source, place, hits: [hit] })
    else known.hits.push(hit)
  }
  return [...merged.values()]
}

const firstHits = (merged: Merged[]): Hit[] => merged.flatMap(({ hits: [hit] }) => hit ?? [])

/** Reads the rows of one index, by the place of their first hit. */
async function readRows(
  account: MailAccount,
  { connection, index }: Lent,
  source: IndexSource,
  merged: Merged[],
  single: boolean,
): Promise<Map<number, HitRow>> {
  const firsts = merged.map(({ hits: [hit] }) => (hit === undefined ? -1 : index.find(hit.path, hit.uid)))
  const present = merged.filter((_, at) => (firsts[at] ?? -1) >= 0)
  const newest = Uint32Array.from(firsts.filter((message) => message >= 0))
  const rows = await readThreadRows(account, source, connection, index, null, single, newest)
  const read = new Map<number, HitRow>()
  for (const [at, { place, hits }] of present.entries()) {
    const row = rows[at] ?? null
    if (row !== null) read.set(place, { row, hits })
  }
  return read
}

/** Hits in more than one index (Spam, Trash and drafts have their own): merged first, then those shown are read. */
async function rowsOfMany(
  account: MailAccount,
  groups: { source: IndexSource; placed: Placed[] }[],
  { mode, offset, limit }: HitWindow,
  onShown: (hits: Hit[]) => void,
): Promise<HitRows> {
  const single = mode === 'messages'
  const merged: Merged[] = []
  for (const { source, placed } of groups) {
    merged.push(
      ...(await withIndex(account, source, async (connection, index) =>
        merge({ connection, index }, source, placed, single),
      )),
    )
  }
  const shown = merged.sort((a, b) => a.place - b.place).slice(offset, offset + limit)
  onShown(firstHits(shown))
  const read = new Map<number, HitRow>()
  for (const { source } of groups) {
    const part = shown.filter((row) => row.source.path === source.path)
    if (part.length === 0) continue
    const rows = await withIndex(account, source, (connection, index) =>
      readRows(account, { connection, index }, source, part, single),
    )
    for (const [place, row] of rows) read.set(place, row)
  }
  return { total: merged.length, rows: shown.flatMap(({ place }) => read.get(place) ?? []) }
}

/**
 * A window of what a search found, in the order it found it. Hits of one conversation make one row, where the first of
 * them stands.
 * @param onShown hears, before the rows are read, which messages were found first in each
 * @throws AppError `mailbox-not-found`; MailError of the connection
 */
export async function rowsOfHits(
  account: MailAccount,
  hits: Hit[],
  window: HitWindow,
  onShown: (hits: Hit[]) => void = () => undefined,
): Promise<HitRows> {
  const groups = await bySource(account, hits)
  const [group] = groups
  if (group === undefined) {
    onShown([])
    return { total: 0, rows: [] }
  }
  if (groups.length > 1) return rowsOfMany(account, groups, window, onShown)
  const { source, placed } = group
  const single = window.mode === 'messages'
  return withIndex(account, source, async (connection, index) => {
    const lent = { connection, index }
    const merged = merge(lent, source, placed, single)
    const shown = merged.slice(window.offset, window.offset + window.limit)
    onShown(firstHits(shown))
    const read = await readRows(account, lent, source, shown, single)
    return { total: merged.length, rows: shown.flatMap(({ place }) => read.get(place) ?? []) }
  })
}
