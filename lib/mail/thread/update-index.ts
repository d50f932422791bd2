import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type FetchedItems, fetchItems } from '@/lib/mail/imap/fetch-items'
import { toSequenceSet } from '@/lib/mail/imap/parse-numbers'
import { searchKeys, searchUids } from '@/lib/mail/imap/search-uids'
import {
  arrivalItems,
  arrivalOf,
  byArrival,
  countKnown,
  insertArrived,
  listedAt,
  readRaised,
} from '@/lib/mail/thread/arrival-order'
import { findUid, keepOnly, type Links, renumbered, type ThreadColumns, withArrived } from '@/lib/mail/thread/columns'
import { joinAnswers, type Kinship, kinshipIn } from '@/lib/mail/thread/kinship'
import { linksIn, MessageGroups } from '@/lib/mail/thread/message-links'
import { readLinkFields, readThreads } from '@/lib/mail/thread/read-answers'
import { ThreadIndex } from '@/lib/mail/thread/thread-index'

/** More than these at once are read anew as quickly (measured at 50,000: 0.6 s). */
const arrivedLimit = 5_000
const threadedLimit = 15_000

/** How often it begins again when messages go while they are asked for. */
const looks = 4

export type ReadLinks = { uids: Uint32Array; links: Links; kinships: Kinship[] }

/** Reads which messages have and can have to do with each other, for `withLinks`. @returns all of it by ascending UID */
export async function readLinks(connection: ImapConnection): Promise<ReadLinks> {
  const exists = connection.mailbox === false ? 0 : connection.mailbox.exists
  const [uids, groupOf, arrivals] = [new Uint32Array(exists), new Uint32Array(exists), new Uint32Array(exists)]
  const groups = new MessageGroups()
  const kinships: Kinship[] = []
  const raised = await readRaised(connection)
  await readLinkFields(connection, '1:*', (uid, fields, arrival) => {
    const count = kinships.length
    if (count === exists) return
    uids[count] = uid
    groupOf[count] = groups.add(linksIn(fields))
    arrivals[count] = raised.get(uid) ?? arrivalOf(arrival)
    kinships.push(kinshipIn(fields))
  })
  const read = (column: Uint32Array) => column.subarray(0, kinships.length)
  return { uids: read(uids), links: { groups, groupOf: read(groupOf), arrivals: read(arrivals) }, kinships }
}

/** The index with links that were read beside it; null when something has arrived in between. */
export function withLinks(index: ThreadIndex, { uids, links, kinships }: ReadLinks): ThreadIndex | null {
  const { columns } = index
  const places = columns.uids.map((uid) => findUid(uids, uid) >>> 0)
  if (places.some((place) => place >= uids.length)) return null
  const groupOf = places.map((place) => links.groupOf[place] as number)
  const arrivals = places.map((place) => links.arrivals[place] as number)
  const threadOf = joinAnswers(
    columns.threadOf,
    Array.from(places, (place) => kinships[place] as Kinship),
  )
  const order = byArrival(columns.order, arrivals)
  return new ThreadIndex({ ...columns, threadOf, order, links: { groups: links.groups, groupOf, arrivals } })
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
  for (let left = keep.indexOf(0); left >= 0; left = keep.indexOf(0, left + 1)) {
    touched.add(links.groupOf[left] as number)
  }
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
  columns: ThreadColumns,
  arrived: Awaited<ReturnType<typeof readArrived>>,
): Promise<ThreadColumns> {
  const { links } = columns
  if (arrived.length === 0 || links === null) return columns
  const mailboxes = [...new Set(arrived.map(({ item }) => item.realMailbox))]
  const first = columns.uids.length
  const arrivals = Uint32Array.from(arrived, ({ item }) => arrivalOf(listedAt(item)))
  const order = await insertArrived(
    columns.order,
    Array.from(arrivals, (arrival, at) => ({ message: first + at, arrival })),
    countKnown(links.arrivals),
  )
  const added = {
    uids: Uint32Array.from(arrived, ({ item }) => item.uid),
    realUids: Uint32Array.from(arrived, ({ item }) => item.realUid),
    mailboxOf: Uint16Array.from(arrived, ({ item }) => mailboxes.indexOf(item.realMailbox)),
    mailboxes,
    groupOf: Uint32Array.from(arrived, ({ group }) => group),
    arrivals,
    threadOf: Uint32Array.from(arrived, (_, at) => columns.threadCount + at),
    threadCount: columns.threadCount + arrived.length,
  }
  return withArrived(columns, added, order)
}

/** The messages of the touched groups. */
function messagesOf({ groups, groupOf }: Links, touched: Set<number>): number[] {
  const roots = new Set([...touched].map((group) => groups.find(group)))
  const messages: number[] = []
  for (const [message, group] of groupOf.entries()) if (roots.has(groups.find(group))) messages.push(message)
  return messages
}

/** Threads these messages anew; null when some of them have gone meanwhile. */
async function thread(
  connection: ImapConnection,
  columns: ThreadColumns,
  messages: number[],
): Promise<ThreadColumns | null> {
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
 * with those are threaded again, by the server. The result is what threading everything would give. Where messages go
 * on moving meanwhile, it looks again from there.
 * @returns null when it has to be read anew
 */
export async function updateIndex(connection: ImapConnection, index: ThreadIndex): Promise<ThreadIndex | null> {
  let { columns } = index
  const touched = new Set<number>()
  for (let look = 0; look < looks; look++) {
    const { links, uidValidity } = columns
    if (links === null || connection.mailbox === false || connection.mailbox.uidValidity !== uidValidity) return null
    const change = changeOf(columns, links, await searchUids(connection, searchKeys.all))
    if (change === null || change.arrived.length > arrivedLimit) return null
    const arrived = await readArrived(connection, change.arrived, links.groups)
    columns = await append(change.kept, arrived)
    for (const group of change.touched) touched.add(group)
    for (const { group } of arrived) touched.add(group)
    const messages = columns.links === null ? [] : messagesOf(columns.links, touched)
    if (messages.length > threadedLimit) return null
    const threaded = await thread(connection, columns, messages)
    if (threaded === null || arrived.length < change.arrived.length) continue
    return new ThreadIndex(renumbered(threaded))
  }
  return null
}
