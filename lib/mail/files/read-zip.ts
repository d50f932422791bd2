import { inflateRawSync } from 'node:zlib'

/** Bounds of one archive: entries looked at, and bytes that come out of it in all, whatever its headers claim. */
const entryLimit = 5_000
const outputLimit = 32 * 1024 * 1024

const endRecord = 0x06054b50
const centralHeader = 0x02014b50
const localHeader = 0x04034b50

type Entry = { name: string; method: number; packed: number; at: number }

function findEnd(bytes: Buffer): number {
  // the end record is followed by a comment of at most 65,535 bytes
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (bytes.readUInt32LE(at) === endRecord) return at
  }
  throw new Error('not a zip archive')
}

function readDirectory(bytes: Buffer): Entry[] {
  const end = findEnd(bytes)
  const count = Math.min(bytes.readUInt16LE(end + 10), entryLimit)
  let at = bytes.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let index = 0; index < count && at + 46 <= bytes.length; index++) {
    if (bytes.readUInt32LE(at) !== centralHeader) break
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    entries.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return entries
}

function unpack(bytes: Buffer, entry: Entry, left: number): Buffer {
  if (bytes.readUInt32LE(entry.at) !== localHeader) throw new Error('the archive is broken')
  const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) return packed.subarray(0, left)
  if (entry.method !== 8) throw new Error('the archive is packed in an unknown way')
  return inflateRawSync(packed, { maxOutputLength: left })
}

/**
 * The entries of a zip archive that `wanted` chooses, in the archive's order. Encrypted, nested and ZIP64 archives are not
 * followed.
 * @throws Error when it is none, is broken, or more than 32 MB would come out of it
 */
export function readZip(bytes: Buffer, wanted: (name: string) => boolean): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  let left = outputLimit
  for (const entry of readDirectory(bytes)) {
    if (!wanted(entry.name) || found.has(entry.name)) continue
    const content = unpack(bytes, entry, left)
    left -= content.length
    if (left <= 0) throw new Error('the archive unpacks to too much')
    found.set(entry.name, content)
  }
  return found
}
