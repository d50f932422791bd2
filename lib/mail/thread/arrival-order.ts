import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { toSequenceSet } from '@/lib/mail/imap/parse-numbers'

/** UIDs with their arrival (INTERNALDATE) in milliseconds. */
export type Arrivals = { uid: number; arrival: number }[]

const probes = 32

async function readArrivals(connection: ImapConnection, uids: number[]): Promise<Map<number, number>> {
  const range = toSequenceSet([...uids].sort((a, b) => a - b))
  const items = await fetchItems(connection, range, ['UID', 'INTERNALDATE'], 'uid')
  return new Map(items.map(({ uid, arrival }) => [uid, arrival?.getTime() ?? 0]))
}

/** How many of `order` (UIDs by arrival) arrived at `arrival` or before, found by asking for a few of them at a time. */
async function countUntil(connection: ImapConnection, order: Uint32Array, arrival: number): Promise<number> {
  let [low, high] = [0, order.length]
  // The end first: what arrives is nearly always the newest.
  for (let parts = 1; low < high; parts = probes) {
    const step = Math.max(1, Math.floor((high - low) / parts))
    const places: number[] = []
    for (let place = high - 1; place >= low; place -= step) places.push(place)
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
 * UIDs by arrival with some more put where they belong.
 * @param order UIDs by arrival, oldest first
 */
export async function insertArrived(
  connection: ImapConnection,
  order: Uint32Array,
  arrived: Arrivals,
): Promise<Uint32Array> {
  const sorted = [...arrived].sort((a, b) => a.arrival - b.arrival || a.uid - b.uid)
  const result = new Uint32Array(order.length + sorted.length)
  let [taken, filled] = [0, 0]
  for (const { uid, arrival } of sorted) {
    const until = taken + (await countUntil(connection, order.subarray(taken), arrival))
    result.set(order.subarray(taken, until), filled)
    filled += until - taken
    taken = until
    result[filled++] = uid
  }
  result.set(order.subarray(taken), filled)
  return result
}
