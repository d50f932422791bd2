import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Links, ThreadColumns } from '@/lib/mail/thread/columns'
import { MessageGroups } from '@/lib/mail/thread/message-links'
import { ThreadIndex } from '@/lib/mail/thread/thread-index'

/** Raised when the columns change, or what threads messages does: what was written before is then read by nobody. */
const version = 2

type Head = {
  version: number
  uidValidity: string
  threadCount: number
  mailboxes: string[]
  /** Numbers in each column, in the order they follow. */
  lengths: number[]
}

const headLength = 4

/** Most columns rise by one and one: what each number adds to the one before takes little room once deflated. */
function toSteps(parts: Uint32Array[]): Uint8Array {
  const steps = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    let before = 0
    for (const number of part) {
      steps[at++] = number - before
      before = number
    }
  }
  return new Uint8Array(steps.buffer)
}

/** The columns again; null when there are more or fewer steps than they need. */
function fromSteps(bytes: Buffer, lengths: number[]): Uint32Array[] | null {
  const total = lengths.reduce((sum, length) => sum + length, 0)
  if (bytes.length !== total * 4) return null
  const all = new Uint32Array(total)
  bytes.copy(new Uint8Array(all.buffer))
  let end = 0
  return lengths.map((length) => {
    const part = all.subarray(end, end + length)
    end += length
    for (let at = 1; at < length; at++) part[at] = (part[at] as number) + (part[at - 1] as number)
    return part
  })
}

/** An index with its links as bytes: length of the head, the head as JSON, then the steps of its columns, deflated. */
export function packIndex({ columns }: ThreadIndex, { groupOf, arrivals, groups }: Links): Buffer {
  const { uidValidity, threadCount, mailboxes, uids, threadOf, realUids, order } = columns
  const { ids, groups: groupOfId, parents } = groups.pack()
  const mailboxOf = new Uint32Array(columns.mailboxOf)
  const parts = [uids, threadOf, realUids, order, groupOf, ids, groupOfId, parents, mailboxOf, arrivals]
  const lengths = parts.map(({ length }) => length)
  const head: Head = { version, uidValidity: String(uidValidity), threadCount, mailboxes, lengths }
  const json = Buffer.from(JSON.stringify(head))
  const size = Buffer.alloc(headLength)
  size.writeUInt32LE(json.length)
  return Buffer.concat([size, json, deflateRawSync(toSteps(parts), { level: 1 })])
}

/** The head and the columns; null when they are of another version, or do not fit. */
function readParts(bytes: Buffer): { head: Head; parts: Uint32Array[] } | null {
  const body = headLength + bytes.readUInt32LE()
  const head: Head = JSON.parse(bytes.toString('utf8', headLength, body))
  const parts = head.version === version ? fromSteps(inflateRawSync(bytes.subarray(body)), head.lengths) : null
  return parts && { head, parts }
}

/** What `packIndex` wrote; null when it is of another version or damaged: it is derived, and can be made anew. */
export function unpackIndex(bytes: Buffer): ThreadIndex | null {
  let read: ReturnType<typeof readParts>
  try {
    read = readParts(bytes)
  } catch {
    return null
  }
  if (read === null) return null
  const { head, parts } = read
  const empty = new Uint32Array(0)
  const [uids = empty, threadOf = empty, realUids = empty, order = empty, groupOf = empty] = parts
  const [ids = empty, groups = empty, parents = empty, mailboxOf = empty, arrivals = empty] = parts.slice(5)
  const { threadCount, mailboxes } = head
  const links = { groupOf, arrivals, groups: MessageGroups.unpack({ ids, groups, parents }) }
  const placed = { uids, realUids, mailboxes, mailboxOf: new Uint16Array(mailboxOf) }
  const columns: ThreadColumns = {
    ...placed,
    uidValidity: BigInt(head.uidValidity),
    threadOf,
    threadCount,
    order,
    links,
  }
  return new ThreadIndex(columns)
}
