/** Content-Transfer-Encodings (RFC 2045 section 6), for whole parts and for streams. Broken input is read as far as it goes. */

const hex = (byte: number | undefined): number => {
  if (byte === undefined) return -1
  if (byte >= 48 && byte <= 57) return byte - 48
  if (byte >= 65 && byte <= 70) return byte - 55
  return byte >= 97 && byte <= 102 ? byte - 87 : -1
}

/** Decodes quoted-printable up to an escape cut in two; `rest` is to be put before what follows. */
function decodeQuotedPrintable(bytes: Buffer, last: boolean): { decoded: Buffer; rest: Buffer } {
  const output = Buffer.allocUnsafe(bytes.length)
  let length = 0
  let index = 0
  while (index < bytes.length) {
    const byte = bytes[index] ?? 0
    if (byte !== 61) {
      output[length++] = byte
      index += 1
      continue
    }
    const end = softBreakEnd(bytes, index + 1)
    if (!last && (end === null || index + 2 >= bytes.length)) break
    const high = hex(bytes[index + 1])
    const low = hex(bytes[index + 2])
    if (typeof end === 'number' && end > 0) index = end
    else if (high >= 0 && low >= 0) {
      output[length++] = high * 16 + low
      index += 3
    } else {
      output[length++] = byte
      index += 1
    }
  }
  return { decoded: output.subarray(0, length), rest: bytes.subarray(index) }
}

/** Index after a soft line break that starts at `from`, 0 when there is none, null when the bytes end before that is known. */
function softBreakEnd(bytes: Buffer, from: number): number | null {
  let index = from
  while (bytes[index] === 32 || bytes[index] === 9) index += 1
  if (index - from > 1000) return 0
  if (index >= bytes.length) return null
  if (bytes[index] === 10) return index + 1
  if (bytes[index] !== 13) return 0
  if (index + 1 >= bytes.length) return null
  return bytes[index + 1] === 10 ? index + 2 : index + 1
}

/** A whole part, decoded. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(bytes.toString('latin1'), 'base64')
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(bytes, true).decoded
  return bytes
}

async function* decodeBase64Stream(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = ''
  for await (const chunk of source) {
    const text = rest + chunk.toString('latin1').replace(/[^A-Za-z0-9+/]/g, '')
    const whole = text.length - (text.length % 4)
    rest = text.slice(whole)
    if (whole > 0) yield Buffer.from(text.slice(0, whole), 'base64')
  }
  if (rest.length > 1) yield Buffer.from(rest, 'base64')
}

async function* decodeQuotedPrintableStream(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    const step = decodeQuotedPrintable(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]), false)
    rest = step.rest
    if (step.decoded.length > 0) yield step.decoded
  }
  const end = decodeQuotedPrintable(rest, true).decoded
  if (end.length > 0) yield end
}

/** The same for a part that arrives in pieces; nothing but an unfinished group is held back. */
export function decodeTransferStream(source: AsyncIterable<Buffer>, encoding: string): AsyncIterable<Buffer> {
  if (encoding === 'base64') return decodeBase64Stream(source)
  return encoding === 'quoted-printable' ? decodeQuotedPrintableStream(source) : source
}
