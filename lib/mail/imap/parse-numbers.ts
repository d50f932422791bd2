const zero = 0x30
const colon = 0x3a
const comma = 0x2c
const isDigit = (byte: number) => byte >= zero && byte < colon

/** The numbers in a line, from `start`, whatever stands between them. */
export function parseNumbers(bytes: Buffer, start: number): Uint32Array {
  const numbers = new Uint32Array((bytes.length - start + 1) >> 1)
  let count = 0
  for (let at = start; at < bytes.length; ) {
    let value = 0
    const from = at
    for (; at < bytes.length && isDigit(bytes[at] as number); at++) value = value * 10 + (bytes[at] as number) - zero
    if (at > from) numbers[count++] = value
    else at++
  }
  return numbers.slice(0, count)
}

/** A sequence set (`1:3,7`) as pairs of first and last number. Ends at the first byte that is in no set. */
function parseRanges(bytes: Buffer, start: number): number[] {
  const ranges: number[] = []
  let [value, first] = [0, 0]
  const end = () => {
    ranges.push(first || value, value)
    value = 0
    first = 0
  }
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (isDigit(byte)) value = value * 10 + byte - zero
    else if (byte === colon) {
      first = value
      value = 0
    } else if (byte === comma) end()
    else break
  }
  if (value > 0) end()
  return ranges
}

/** More messages than any mailbox has: a set that claims more is no answer to believe. */
const setLimit = 0x1000000

/** The numbers of a sequence set (RFC 9051 section 9), as they stand in it. @throws RangeError past 16 million of them */
export function parseSequenceSet(bytes: Buffer, start = 0): Uint32Array {
  const ranges = parseRanges(bytes, start)
  let size = 0
  for (let at = 0; at < ranges.length; at += 2) size += (ranges[at + 1] as number) - (ranges[at] as number) + 1
  if (size > setLimit) throw new RangeError('a sequence set without end')
  const numbers = new Uint32Array(size)
  let count = 0
  for (let at = 0; at < ranges.length; at += 2) {
    for (let value = ranges[at] as number; value <= (ranges[at + 1] as number); value++) numbers[count++] = value
  }
  return numbers
}

/** The shortest sequence set of the given ascending numbers. */
export function toSequenceSet(numbers: ArrayLike<number>): string {
  const ranges: string[] = []
  for (let at = 0; at < numbers.length; ) {
    const first = numbers[at] as number
    let last = first
    for (at++; at < numbers.length && numbers[at] === last + 1; at++) last++
    ranges.push(first === last ? String(first) : `${first}:${last}`)
  }
  return ranges.join(',')
}
