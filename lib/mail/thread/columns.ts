import type { MessageGroups } from '@/lib/mail/thread/message-links'
import type { ParsedThreads } from '@/lib/mail/thread/parse-thread'

/**
 * The conversations of one mailbox, or of the view over all of them, as columns: message `i` is the i-th by UID. They
 * hold no flag and no word of a message, and are never changed: what arrives or leaves makes others.
 */
export type ThreadColumns = {
  uidValidity: bigint
  /** UIDs in the mailbox threaded, ascending. */
  uids: Uint32Array
  /** The conversation each belongs to, numbered from 0. */
  threadOf: Uint32Array
  threadCount: number
  /** Paths of the mailboxes the messages really are in; which of them; the UID there. */
  mailboxes: string[]
  mailboxOf: Uint16Array
  realUids: Uint32Array
  /** Messages by arrival (INTERNALDATE, then UID), oldest first. */
  order: Uint32Array
  /** Which messages can have to do with each other, and when they arrived; null until their headers were read. */
  links: Links | null
}

/**
 * What changes are worked in by: the group of each message (the groups outlive the columns, as they only ever grow) and
 * the moment by which it is listed, in seconds.
 */
export type Links = { groupOf: Uint32Array; arrivals: Uint32Array; groups: MessageGroups }

/** Where messages really are, in the order of their UIDs. */
export type Places = Pick<ThreadColumns, 'uids' | 'mailboxes' | 'mailboxOf' | 'realUids'>

const none = 0xffffffff

/** Where `uid` stands among ascending `uids`, or -1. */
export function findUid(uids: Uint32Array, uid: number): number {
  let [low, high] = [0, uids.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = uids[middle] as number
    if (found === uid) return middle
    if (found < uid) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Stretches of what `keep` does not mark with 0, as places from and to. */
function keptRuns(keep: Uint8Array): [number, number][] {
  const runs: [number, number][] = []
  for (let from = keep.indexOf(1); from >= 0; ) {
    const end = keep.indexOf(0, from)
    const to = end < 0 ? keep.length : end
    runs.push([from, to])
    from = end < 0 ? -1 : keep.indexOf(1, to)
  }
  return runs
}

/** The columns without the messages that `keep` marks with 0; the others it marks with 1. */
export function keepOnly(columns: ThreadColumns, keep: Uint8Array): ThreadColumns {
  const runs = keptRuns(keep)
  const count = runs.reduce((sum, [from, to]) => sum + to - from, 0)
  const fill = <Column extends Uint32Array | Uint16Array>(into: Column, column: Column): Column => {
    let at = 0
    for (const [from, to] of runs) {
      into.set(column.subarray(from, to), at)
      at += to - from
    }
    return into
  }
  const kept = (column: Uint32Array) => fill(new Uint32Array(count), column)
  const moved = new Uint32Array(keep.length)
  for (let message = 0, next = 0; message < keep.length; message++) {
    moved[message] = next
    next += keep[message] as number
  }
  const order = new Uint32Array(count)
  let filled = 0
  for (const message of columns.order) if (keep[message] === 1) order[filled++] = moved[message] as number
  const { links } = columns
  return {
    ...columns,
    uids: kept(columns.uids),
    threadOf: kept(columns.threadOf),
    mailboxOf: fill(new Uint16Array(count), columns.mailboxOf),
    realUids: kept(columns.realUids),
    links: links && { ...links, groupOf: kept(links.groupOf), arrivals: kept(links.arrivals) },
    order: order.subarray(0, filled),
  }
}

/** The same with conversations numbered without gaps: those that are no more have left some. */
export function renumbered(columns: ThreadColumns): ThreadColumns {
  const numbers = new Uint32Array(columns.threadCount).fill(none)
  let threadCount = 0
  const threadOf = columns.threadOf.map((thread) => {
    if (numbers[thread] === none) numbers[thread] = threadCount++
    return numbers[thread] as number
  })
  return { ...columns, threadOf, threadCount }
}

/** Messages at the end of columns: what arrived. */
export type Arrived = Places & Omit<Links, 'groups'> & { threadOf: Uint32Array; threadCount: number }

const joined = (first: Uint32Array, second: Uint32Array): Uint32Array => {
  const both = new Uint32Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/**
 * The columns with what arrived.
 * @param order all messages by arrival
 */
export function withArrived(columns: ThreadColumns, arrived: Arrived, order: Uint32Array): ThreadColumns {
  const mailboxes = [...new Set([...columns.mailboxes, ...arrived.mailboxes])]
  const placed = arrived.mailboxOf.map((mailbox) => mailboxes.indexOf(arrived.mailboxes[mailbox] ?? ''))
  const mailboxOf = new Uint16Array(columns.mailboxOf.length + placed.length)
  mailboxOf.set(columns.mailboxOf)
  mailboxOf.set(placed, columns.mailboxOf.length)
  return {
    ...columns,
    mailboxes,
    mailboxOf,
    uids: joined(columns.uids, arrived.uids),
    realUids: joined(columns.realUids, arrived.realUids),
    threadOf: joined(columns.threadOf, arrived.threadOf),
    threadCount: arrived.threadCount,
    links: columns.links && {
      ...columns.links,
      groupOf: joined(columns.links.groupOf, arrived.groupOf),
      arrivals: joined(columns.links.arrivals, arrived.arrivals),
    },
    order,
  }
}

function threadsOf(uids: Uint32Array, threads: ParsedThreads): Uint32Array {
  const threadOf = new Uint32Array(uids.length).fill(none)
  for (let at = 0; at < threads.uids.length; at++) {
    const message = findUid(uids, threads.uids[at] as number)
    if (message >= 0) threadOf[message] = threads.threads[at] as number
  }
  return threadOf
}

/**
 * Columns from what the server answered. The answers may be of different moments: a message that is not in all of them
 * is left out, and the columns are then of no moment's mailbox, so that the next look at it reads them anew.
 * @param arrivals UIDs by arrival
 */
export function toColumns(
  uidValidity: bigint,
  places: Places,
  threads: ParsedThreads,
  arrivals: Uint32Array,
): ThreadColumns {
  const { uids } = places
  const threadOf = threadsOf(uids, threads)
  const order = arrivals.map((uid) => findUid(uids, uid) >>> 0).filter((message) => message !== none)
  const keep = new Uint8Array(uids.length)
  for (const message of order) keep[message] = threadOf[message] === none ? 0 : 1
  const columns = { ...places, uidValidity, threadOf, threadCount: threads.count, order, links: null }
  return keep.includes(0) ? keepOnly(columns, keep) : columns
}

/** Each message a conversation of its own. */
export const singles = (uids: Uint32Array): ParsedThreads => ({
  uids,
  threads: uids.map((_, message) => message),
  count: uids.length,
})
