import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type FetchedItems, fetchItems } from '@/lib/mail/imap/fetch-items'
import { toSequenceSet } from '@/lib/mail/imap/parse-numbers'
import { raisedKeyword } from '@/lib/mail/imap/raised-keyword'
import { searchKeys, searchUids } from '@/lib/mail/imap/search-uids'

/** What has to be asked of a message to know its place in a list. */
export const arrivalItems = ['UID', 'FLAGS', 'INTERNALDATE', 'SAVEDATE']

/** The moment by which a message is listed: its arrival, or when it was raised. */
export function listedAt({ arrival, saved, flags }: FetchedItems): Date {
  return (flags.has(raisedKeyword) ? saved : null) ?? arrival ?? new Date(0)
}

/** Messages with the moment by which they are listed, in milliseconds. */
export type Arrivals = { message: number; arrival: number }[]

const probes = 32

async function readArrivals(connection: ImapConnection, uids: number[]): Promise<Map<number, number>> {
  const range = toSequenceSet([...uids].sort((a, b) => a - b))
  const items = await fetchItems(connection, range, arrivalItems, 'uid')
  return new Map(items.map((item) => [item.uid, listedAt(item).getTime()]))
}

/** Ever further from the end: what arrives is nearly always among the newest. */
function placesFromEnd(high: number): number[] {
  const places: number[] = []
  for (let back = 1; back <= high; back *= 2) places.push(high - back)
  return places
}

function placesBetween(low: number, high: number): number[] {
  const step = Math.max(1, Math.floor((high - low) / probes))
  const places: number[] = []
  for (let place = high - 1; place >= low; place -= step) places.push(place)
  return places
}

/** How many of `order` are listed by `arrival` or an earlier moment, found by asking for a few of them at a time. */
async function countUntil(
  connection: ImapConnection,
  order: Uint32Array,
  uidOf: (message: number) => number,
  arrival: number,
): Promise<number> {
  let [low, high] = [0, order.length]
  for (let isFirst = true; low < high; isFirst = false) {
    const places = isFirst ? placesFromEnd(high) : placesBetween(low, high)
    const known = await readArrivals(
      connection,
      places.map((place) => uidOf(order[place] as number)),
    )
    let [nextLow, nextHigh] = [low, high]
    for (const place of places) {
      const at = known.get(uidOf(order[place] as number))
      // Gone meanwhile: its neighbours tell.
      if (at === undefined) continue
      if (at <= arrival) nextLow = Math.max(nextLow, place + 1)
      else nextHigh = Math.min(nextHigh, place)
    }
    if (nextLow === low && nextHigh === high) return high
    ;[low, high] = [nextLow, nextHigh]
  }
  return low
}

/**
 * Messages by arrival with some more put where they belong.
 * @param order messages by arrival, oldest first
 */
export async function insertArrived(
  connection: ImapConnection,
  order: Uint32Array,
  uidOf: (message: number) => number,
  arrived: Arrivals,
): Promise<Uint32Array> {
  const sorted = [...arrived].sort((a, b) => a.arrival - b.arrival || a.message - b.message)
  const result = new Uint32Array(order.length + sorted.length)
  let [taken, filled] = [0, 0]
  for (const { message, arrival } of sorted) {
    const until = taken + (await countUntil(connection, order.subarray(taken), uidOf, arrival))
    result.set(order.subarray(taken, until), filled)
    filled += until - taken
    taken = until
    result[filled++] = message
  }
  result.set(order.subarray(taken), filled)
  return result
}

/** More were not raised lately. */
const raisedLimit = 200

/** UIDs by arrival as SORT gives them, with what was raised put where that belongs. */
export async function placeRaised(connection: ImapConnection, order: Uint32Array): Promise<Uint32Array> {
  const raised = (await searchUids(connection, searchKeys.keyword(raisedKeyword))).slice(-raisedLimit)
  if (raised.length === 0) return order
  const isRaised = new Set(raised)
  const listed = await readArrivals(connection, [...raised])
  const others = order.filter((uid) => !isRaised.has(uid))
  return insertArrived(
    connection,
    others,
    (uid) => uid,
    [...listed].map(([message, arrival]) => ({ message, arrival })),
  )
}
