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
}

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

/** The columns without the messages that `keep` marks with 0. */
export function keepOnly(columns: ThreadColumns, keep: Uint8Array): ThreadColumns {
  const kept = (_: number, message: number) => keep[message] === 1
  const moved = new Uint32Array(keep.length)
  let count = 0
  for (let message = 0; message < keep.length; message++) {
    moved[message] = count
    count += keep[message] as number
  }
  return {
    ...columns,
    uids: columns.uids.filter(kept),
    threadOf: columns.threadOf.filter(kept),
    mailboxOf: columns.mailboxOf.filter(kept),
    realUids: columns.realUids.filter(kept),
    order: columns.order.filter((message) => keep[message] === 1).map((message) => moved[message] as number),
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
  const columns = { ...places, uidValidity, threadOf, threadCount: threads.count, order }
  return keep.includes(0) ? keepOnly(columns, keep) : columns
}

/** Each message a conversation of its own. */
export const singles = (uids: Uint32Array): ParsedThreads => ({
  uids,
  threads: uids.map((_, message) => message),
  count: uids.length,
})
