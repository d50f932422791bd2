/** Conversations of a THREAD answer: `uids[i]` belongs to conversation `threads[i]`, counted from 0 in the server's order. */
export type ParsedThreads = { uids: Uint32Array; threads: Uint32Array; count: number }

const open = 0x28
const close = 0x29
const zero = 0x30
const nine = 0x39

/**
 * Reads the lists of a THREAD answer (RFC 5256 section 4), `(2)(3 6 (4 23)(44 7 96))`, as which message belongs to
 * which conversation. Who answered whom inside of one is not kept: a conversation is shown in the order of time.
 * @param start where the first list begins
 */
export function parseThread(bytes: Buffer, start: number): ParsedThreads {
  const uids = new Uint32Array((bytes.length - start + 1) >> 1)
  const threads = new Uint32Array(uids.length)
  let [size, count, depth, value] = [0, 0, 0, 0]
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte >= zero && byte <= nine) {
      value = value * 10 + byte - zero
      continue
    }
    if (value > 0) {
      uids[size] = value
      threads[size++] = count
      value = 0
    }
    if (byte === open) depth++
    else if (byte === close && --depth === 0) count++
  }
  return { uids: uids.slice(0, size), threads: threads.slice(0, size), count }
}
