/** A set of UIDs as on the wire (RFC 9051 sequence-set without `*`): `1:500,502`. Empty for none. */
export type UidSet = string

/** A run of UIDs, both ends in it. */
export type Range = [from: number, to: number]

/** The runs of a set, in its order. @throws RangeError when it is none */
export function rangesOf(set: UidSet): Range[] {
  if (set === '') return []
  return set.split(',').map((part): Range => {
    const [from = Number.NaN, to = from] = part.split(':').map(Number)
    if (!(from > 0 && to > 0)) throw new RangeError(`not a set of UIDs: ${part}`)
    return from <= to ? [from, to] : [to, from]
  })
}

const printRanges = (ranges: Range[]): UidSet =>
  ranges.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(',')

/** UIDs in any order as the shortest set, ascending. */
export function toUidSet(uids: Iterable<number>): UidSet {
  const ranges: Range[] = []
  for (const uid of [...uids].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last !== undefined && uid <= last[1] + 1) last[1] = uid
    else ranges.push([uid, uid])
  }
  return printRanges(ranges)
}

/** The UIDs of a set in the order they stand in it, as COPYUID pairs them. @throws RangeError when it is none */
export const uidsOf = (set: UidSet): number[] =>
  rangesOf(set).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))

/** How many UIDs the set names; more than there are messages where ranges reach over holes. */
export const countUidSet = (set: UidSet): number => rangesOf(set).reduce((sum, [from, to]) => sum + to - from + 1, 0)

/** The set in pieces of at most `size` UIDs, in its order. */
export function splitUidSet(set: UidSet, size: number): UidSet[] {
  const pieces: Range[][] = []
  let room = 0
  for (const range of rangesOf(set)) {
    let [from] = range
    while (from <= range[1]) {
      if (room === 0) {
        pieces.push([])
        room = size
      }
      const to = Math.min(range[1], from + room - 1)
      pieces.at(-1)?.push([from, to])
      room -= to - from + 1
      from = to + 1
    }
  }
  return pieces.map(printRanges)
}
