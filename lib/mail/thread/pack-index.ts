import type { Links, ThreadColumns } from '@/lib/mail/thread/columns'
import { MessageGroups } from '@/lib/mail/thread/message-links'
import { ThreadIndex } from '@/lib/mail/thread/thread-index'

/** Raised when the columns change, or what threads messages does: what was written before is then read by nobody. */
const version = 1

type Head = {
  version: number
  uidValidity: string
  threadCount: number
  mailboxes: string[]
  /** Numbers in each column, in the order they follow. */
  lengths: number[]
}

const headLength = 4

/** An index with its links as bytes: length of the head, the head as JSON, then its columns as numbers of this machine. */
export function packIndex({ columns }: ThreadIndex, { groupOf, groups }: Links): Buffer {
  const { uidValidity, threadCount, mailboxes, uids, threadOf, realUids, order } = columns
  const { ids, groups: groupOfId, parents } = groups.pack()
  const parts = [uids, threadOf, realUids, order, groupOf, ids, groupOfId, parents, Uint32Array.from(columns.mailboxOf)]
  const lengths = parts.map(({ length }) => length)
  const head: Head = { version, uidValidity: String(uidValidity), threadCount, mailboxes, lengths }
  const json = Buffer.from(JSON.stringify(head))
  const size = Buffer.alloc(headLength)
  size.writeUInt32LE(json.length)
  return Buffer.concat([size, json, ...parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))])
}

/** Copies the columns out of `bytes`, which may begin anywhere in memory. */
function unpackColumns(bytes: Buffer, lengths: number[]): Uint32Array[] {
  const all = new Uint32Array(bytes.length / 4)
  bytes.copy(Buffer.from(all.buffer))
  let end = 0
  return lengths.map((length) => {
    end += length
    return all.subarray(end - length, end)
  })
}

/** What `packIndex` wrote; null when it is of another version or not whole. */
export function unpackIndex(bytes: Buffer): ThreadIndex | null {
  if (bytes.length < headLength) return null
  const body = headLength + bytes.readUInt32LE()
  if (body > bytes.length) return null
  const head: Head = JSON.parse(bytes.toString('utf8', headLength, body))
  if (head.version !== version) return null
  const total = head.lengths.reduce((sum, length) => sum + length, 0)
  if (bytes.length - body !== total * 4) return null
  const empty = new Uint32Array(0)
  const parts = unpackColumns(bytes.subarray(body), head.lengths)
  const [uids = empty, threadOf = empty, realUids = empty, order = empty, groupOf = empty] = parts
  const [ids = empty, groups = empty, parents = empty, mailboxOf = empty] = parts.slice(5)
  const { threadCount, mailboxes } = head
  const links = { groupOf, groups: MessageGroups.unpack({ ids, groups, parents }) }
  const placed = { uids, realUids, mailboxes, mailboxOf: Uint16Array.from(mailboxOf) }
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
