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

const latest = 0xffffffff

/** The moment by which a message is listed, in seconds since 1970: as precise as INTERNALDATE and SAVEDATE are. */
export const arrivalOf = (at: Date): number => Math.min(latest, Math.max(0, Math.floor(at.getTime() / 1000)))

/** Messages with the moment by which they are listed. */
export type Arrivals = { message: number; arrival: number }[]

/** Messages by arrival, those of one moment by their number. */
export const byArrival = (order: Uint32Array, arrivals: Uint32Array): Uint32Array =>
  order.toSorted((a, b) => (arrivals[a] as number) - (arrivals[b] as number) || a - b)

/** How many of `order` (messages by arrival, oldest first) are listed by `arrival` or an earlier moment. */
export type CountUntil = (order: Uint32Array, arrival: number) => number | Promise<number>

/** Where the moment of every message is known. */
export function countKnown(arrivals: Uint32Array): CountUntil {
  return (order, arrival) => {
    let [low, high] = [0, order.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((arrivals[order[middle] as number] as number) <= arrival) low = middle + 1
      else high = middle
    }
    return low
  }
}

const probes = 32

async function readArrivals(connection: ImapConnection, uids: number[]): Promise<Map<number, number>> {
  const range = toSequenceSet([...uids].sort((a, b) => a - b))
  const items = await fetchItems(connection, range, arrivalItems, 'uid')
  return new Map(items.map((item) => [item.uid, arrivalOf(listedAt(item))]))
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

/** Of UIDs, where the moments are not known: a few are asked for at a time. */
async function countAsked(connection: ImapConnection, order: Uint32Array, arrival: number): Promise<number> {
  let [low, high] = [0, order.length]
  for (let isFirst = true; low < high; isFirst = false) {
    const places = isFirst ? placesFromEnd(high) : placesBetween(low, high)
    const known = await readArrivals(
      connection,
      places.map((place) => order[place] as number),
    )
    let [nextLow, nextHigh] = [low, high]
    for (const place of places) {
      const at = known.get(order[place] as number)
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
  order: Uint32Array,
  arrived: Arrivals,
  countUntil: CountUntil,
): Promise<Uint32Array> {
  const sorted = [...arrived].sort((a, b) => a.arrival - b.arrival || a.message - b.message)
  const result = new Uint32Array(order.length + sorted.length)
  let [taken, filled] = [0, 0]
  for (const { message, arrival } of sorted) {
    const until = taken + (await countUntil(order.subarray(taken), arrival))
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

/** UIDs of messages that were raised, with the moment by which they are listed since. */
export async function readRaised(connection: ImapConnection): Promise<Map<number, number>> {
  const raised = (await searchUids(connection, searchKeys.keyword(raisedKeyword))).slice(-raisedLimit)
  return raised.length === 0 ? new Map() : readArrivals(connection, [...raised])
}

/** UIDs by arrival as SORT gives them, with what was raised put where that belongs. */
export async function placeRaised(connection: ImapConnection, order: Uint32Array): Promise<Uint32Array> {
  const raised = await readRaised(connection)
  if (raised.size === 0) return order
  const others = order.filter((uid) => !raised.has(uid))
  const arrived = [...raised].map(([message, arrival]) => ({ message, arrival }))
  return insertArrived(others, arrived, (among, arrival) => countAsked(connection, among, arrival))
}
