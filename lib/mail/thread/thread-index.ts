import { findUid, type ThreadColumns } from '@/lib/mail/thread/columns'

/** Places of the messages that belong to a list; all of them when null. */
export type Listed = { has(message: number): boolean } | null

/** Counting sort of `items` by `keyOf`, keeping their order: items of key `k` lie from `starts[k]` to `starts[k + 1]`. */
function group(items: Uint32Array, keyOf: Uint32Array | Uint16Array, keys: number) {
  const starts = new Uint32Array(keys + 1)
  for (const key of keyOf) starts[key + 1] = (starts[key + 1] as number) + 1
  for (let key = 0; key < keys; key++) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number)
  const next = starts.slice()
  const grouped = new Uint32Array(items.length)
  for (const item of items) {
    const key = keyOf[item] as number
    const at = next[key] as number
    grouped[at] = item
    next[key] = at + 1
  }
  return { starts, grouped }
}

function isAscending(items: Uint32Array, keyOf: Uint32Array): boolean {
  for (let at = 1; at < items.length; at++) {
    if ((keyOf[items[at - 1] as number] as number) > (keyOf[items[at] as number] as number)) return false
  }
  return true
}

export class ThreadIndex {
  readonly columns: ThreadColumns
  readonly #starts: Uint32Array
  readonly #members: Uint32Array
  readonly #lists = new Map<string, Uint32Array>()
  #places: { starts: Uint32Array; messages: Uint32Array; uids: Uint32Array } | undefined

  constructor(columns: ThreadColumns) {
    this.columns = columns
    const { starts, grouped } = group(columns.order, columns.threadOf, columns.threadCount)
    this.#starts = starts
    this.#members = grouped
  }

  get size(): number {
    return this.columns.uids.length
  }

  /** UID in the mailbox threaded. */
  uidOf(message: number): number {
    return this.columns.uids[message] as number
  }

  threadOf(message: number): number {
    return this.columns.threadOf[message] as number
  }

  /** Where a message really is. */
  placeOf(message: number): { path: string; uid: number } {
    const { mailboxes, mailboxOf, realUids } = this.columns
    return { path: mailboxes[mailboxOf[message] as number] ?? '', uid: realUids[message] as number }
  }

  /** Messages of a conversation, oldest first. */
  membersOf(thread: number): Uint32Array {
    return this.#members.subarray(this.#starts[thread], this.#starts[thread + 1])
  }

  /**
   * The messages of a row, oldest first, by one of them; and the one that names it: the oldest of those in the list
   * (of all, when null).
   */
  rowOf(message: number, listed: Listed, single: boolean): { messages: Uint32Array; name: number } {
    if (single) return { messages: Uint32Array.of(message), name: message }
    const messages = this.membersOf(this.threadOf(message))
    const name = listed === null ? messages[0] : messages.find((member) => listed.has(member))
    return { messages, name: name ?? message }
  }

  /** The message that is at `uid` in the mailbox at `path`, or -1. */
  find(path: string, uid: number): number {
    const places = this.#byPlace()
    const mailbox = this.columns.mailboxes.indexOf(path)
    const [from = 0, to = 0] = mailbox < 0 ? [] : places.starts.subarray(mailbox, mailbox + 2)
    const at = findUid(places.uids.subarray(from, to), uid)
    return at < 0 ? -1 : (places.messages[from + at] as number)
  }

  /** Messages by mailbox and the UID they have there; made when first asked for. */
  #byPlace() {
    if (this.#places !== undefined) return this.#places
    const { mailboxOf, mailboxes, realUids } = this.columns
    const { starts, grouped: messages } = group(
      realUids.map((_, message) => message),
      mailboxOf,
      mailboxes.length,
    )
    for (let mailbox = 0; mailbox < mailboxes.length; mailbox++) {
      const part = messages.subarray(starts[mailbox], starts[mailbox + 1])
      // A view is mostly in this order already; what arrived in disorder is not.
      if (!isAscending(part, realUids)) part.sort((a, b) => (realUids[a] as number) - (realUids[b] as number))
    }
    this.#places = { starts, messages, uids: messages.map((message) => realUids[message] as number) }
    return this.#places
  }

  /** How many messages are in the mailbox at `path`. */
  countIn(path: string): number {
    const { starts } = this.#byPlace()
    const mailbox = this.columns.mailboxes.indexOf(path)
    return mailbox < 0 ? 0 : (starts[mailbox + 1] as number) - (starts[mailbox] as number)
  }

  /** The messages that are in the mailbox at `path`. */
  inMailbox(path: string): Listed {
    const { mailboxes, mailboxOf } = this.columns
    const mailbox = mailboxes.indexOf(path)
    return { has: (message) => mailboxOf[message] === mailbox }
  }

  /** The messages of these UIDs. */
  ofUids(uids: Uint32Array): Listed {
    const marks = new Uint8Array(this.size)
    for (const uid of uids) {
      const message = findUid(this.columns.uids, uid)
      if (message >= 0) marks[message] = 1
    }
    return { has: (message) => marks[message] === 1 }
  }

  /**
   * Rows of a list, newest first: of each conversation (or, with `single`, of each message) that has one in it, its
   * newest there.
   */
  rowsOf(listed: Listed, single: boolean): Uint32Array {
    const { order, threadOf, threadCount } = this.columns
    const seen = new Uint8Array(single ? 0 : threadCount)
    const rows = new Uint32Array(order.length)
    let count = 0
    for (let at = order.length - 1; at >= 0; at--) {
      const message = order[at] as number
      if (listed !== null && !listed.has(message)) continue
      if (!single) {
        const thread = threadOf[message] as number
        if (seen[thread] === 1) continue
        seen[thread] = 1
      }
      rows[count++] = message
    }
    return rows.slice(0, count)
  }

  /** The same for a list that depends on nothing but this index: kept under `name`. */
  knownRowsOf(name: string, listed: Listed, single: boolean): Uint32Array {
    const key = `${single ? 'messages' : 'threads'} ${name}`
    const known = this.#lists.get(key)
    if (known !== undefined) return known
    const rows = this.rowsOf(listed, single)
    if (this.#lists.size > 8) this.#lists.clear()
    this.#lists.set(key, rows)
    return rows
  }
}
