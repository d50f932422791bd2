import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type FetchedItems, fetchItems } from '@/lib/mail/imap/fetch-items'
import { toSequenceSet } from '@/lib/mail/imap/parse-numbers'
import { searchKeys, searchUids } from '@/lib/mail/imap/search-uids'
import { arrivalItems, insertArrived, listedAt } from '@/lib/mail/thread/arrival-order'
import { findUid, keepOnly, type Links, type ThreadColumns, withArrived } from '@/lib/mail/thread/columns'
import { joinAnswers, type Kinship, kinshipIn } from '@/lib/mail/thread/kinship'
import { linksIn, MessageGroups } from '@/lib/mail/thread/message-links'
import { readLinkFields, readThreads } from '@/lib/mail/thread/read-answers'
import { ThreadIndex } from '@/lib/mail/thread/thread-index'

/** More than these at once are read anew as quickly. */
const arrivedLimit = 1000
const threadedLimit = 5000

export type ReadLinks = { uids: Uint32Array; links: Links; kinships: Kinship[] }

/** Reads which messages have and can have to do with each other, for `withLinks`. @returns all of it by ascending UID */
export async function readLinks(connection: ImapConnection): Promise<ReadLinks> {
  const exists = connection.mailbox === false ? 0 : connection.mailbox.exists
  const [uids, groupOf, groups] = [new Uint32Array(exists), new Uint32Array(exists), new MessageGroups()]
  const kinships: Kinship[] = []
  await readLinkFields(connection, '1:*', (uid, fields) => {
    const count = kinships.length
    if (count === exists) return
    uids[count] = uid
    groupOf[count] = groups.add(linksIn(fields))
    kinships.push(kinshipIn(fields))
  })
  const { length } = kinships
  return { uids: uids.subarray(0, length), links: { groups, groupOf: groupOf.subarray(0, length) }, kinships }
}

/** The index with links that were read beside it; null when something has arrived in between. */
export function withLinks(index: ThreadIndex, { uids, links, kinships }: ReadLinks): ThreadIndex | null {
  const { columns } = index
  const places = columns.uids.map((uid) => findUid(uids, uid) >>> 0)
  if (places.some((place) => place >= uids.length)) return null
  const groupOf = places.map((place) => links.groupOf[place] as number)
  const threadOf = joinAnswers(
    columns.threadOf,
    Array.from(places, (place) => kinships[place] as Kinship),
  )
  return new ThreadIndex({ ...columns, threadOf, links: { ...links, groupOf } })
}

type Change = { kept: ThreadColumns; touched: Set<number>; arrived: number[] }

/** What left and what arrived; null when the UIDs do not go on from those known. */
function changeOf(columns: ThreadColumns, links: Links, now: Uint32Array): Change | null {
  const { uids } = columns
  const keep = new Uint8Array(uids.length)
  const arrived: number[] = []
  let message = 0
  for (const uid of now) {
    while (message < uids.length && (uids[message] as number) < uid) message++
    if (message === uids.length) arrived.push(uid)
    else if (uids[message] === uid) keep[message++] = 1
    else return null
  }
  const touched = new Set<number>()
  for (const [left, kept] of keep.entries()) if (kept === 0) touched.add(links.groupOf[left] as number)
  return { kept: touched.size === 0 ? columns : keepOnly(columns, keep), touched, arrived }
}

const arrivedItems = [...arrivalItems, 'X-MAILBOX', 'X-REAL-UID']

async function readArrived(connection: ImapConnection, uids: number[], groups: MessageGroups) {
  if (uids.length === 0) return []
  const range = toSequenceSet(uids)
  const items = new Map((await fetchItems(connection, range, arrivedItems, 'uid')).map((item) => [item.uid, item]))
  const arrived: { item: FetchedItems; group: number }[] = []
  await readLinkFields(connection, range, (uid, fields) => {
    const item = items.get(uid)
    if (item !== undefined) arrived.push({ item, group: groups.add(linksIn(fields)) })
  })
  return arrived.sort((a, b) => a.item.uid - b.item.uid)
}

async function append(
  connection: ImapConnection,
  columns: ThreadColumns,
  arrived: Awaited<ReturnType<typeof readArrived>>,
): Promise<ThreadColumns> {
  if (arrived.length === 0) return columns
  const mailboxes = [...new Set(arrived.map(({ item }) => item.realMailbox))]
  const first = columns.uids.length
  const order = await insertArrived(
    connection,
    columns.order,
    (message) => columns.uids[message] as number,
    arrived.map(({ item }, at) => ({ message: first + at, arrival: listedAt(item).getTime() })),
  )
  const added = {
    uids: Uint32Array.from(arrived, ({ item }) => item.uid),
    realUids: Uint32Array.from(arrived, ({ item }) => item.realUid),
    mailboxOf: Uint16Array.from(arrived, ({ item }) => mailboxes.indexOf(item.realMailbox)),
    mailboxes,
    groupOf: Uint32Array.from(arrived, ({ group }) => group),
    threadOf: Uint32Array.from(arrived, (_, at) => columns.threadCount + at),
    threadCount: columns.threadCount + arrived.length,
  }
  return withArrived(columns, added, order)
}

/** Threads the messages of the touched groups anew; null when they are too many for it to be worth while. */
async function thread(
  connection: ImapConnection,
  columns: ThreadColumns,
  { groups, groupOf }: Links,
  touched: Set<number>,
): Promise<ThreadColumns | null> {
  const roots = new Set([...touched].map((group) => groups.find(group)))
  const messages = columns.uids
    .map((_, message) => message)
    .filter((one) => roots.has(groups.find(groupOf[one] as number)))
  if (messages.length > threadedLimit) return null
  if (messages.length === 0) return columns
  const uids = messages.map((message) => columns.uids[message] as number)
  const range = toSequenceSet(uids)
  const { uids: threaded, threads, count } = await readThreads(connection, range)
  if (threaded.length !== messages.length) return null
  const kinships = new Map<number, Kinship>()
  await readLinkFields(connection, range, (uid, fields) => void kinships.set(uid, kinshipIn(fields)))
  if (kinships.size !== messages.length) return null
  const joined = joinAnswers(
    threads,
    Array.from(threaded, (uid) => kinships.get(uid) as Kinship),
  )
  const threadOf = columns.threadOf.slice()
  for (const [at, uid] of threaded.entries()) {
    const message = findUid(columns.uids, uid)
    if (message < 0) return null
    threadOf[message] = columns.threadCount + (joined[at] as number)
  }
  return { ...columns, threadOf, threadCount: columns.threadCount + count }
}

/**
 * The index of the selected view brought up to date by what arrived and what left: only messages that can have to do
 * with those are threaded again, by the server. The result is what threading everything would give.
 * @returns null when it has to be read anew
 */
export async function updateIndex(connection: ImapConnection, index: ThreadIndex): Promise<ThreadIndex | null> {
  const { links, uidValidity } = index.columns
  if (links === null || connection.mailbox === false || connection.mailbox.uidValidity !== uidValidity) return null
  const change = changeOf(index.columns, links, await searchUids(connection, searchKeys.all))
  if (change === null || change.arrived.length > arrivedLimit) return null
  const arrived = await readArrived(connection, change.arrived, links.groups)
  if (arrived.length !== change.arrived.length) return null
  const grown = await append(connection, change.kept, arrived)
  const touched = new Set([...change.touched, ...arrived.map(({ group }) => group)])
  const columns = grown.links && (await thread(connection, grown, grown.links, touched))
  // Numbers of conversations that are no more are given up now and then.
  const isSparse = columns !== null && columns.threadCount > 2 * columns.uids.length + 1000
  return columns === null || isSparse ? null : new ThreadIndex(columns)
}
