import { type Listed, realMailbox } from '@/app/(mail)/_state/listed'
import { refKey } from '@/app/(mail)/_state/query-keys'
import type { MailboxEvent } from '@/lib/contract/events'
import type { MailboxList } from '@/lib/contract/mailboxes'
import type { Flag, MessageRef } from '@/lib/contract/messages'
import type { ThreadMessage, ThreadRow, ThreadWindow } from '@/lib/contract/threads'

const keysOf = (refs: MessageRef[]) => new Set(refs.map(refKey))

/** Messages leave their mailbox: for another (its id), or for good (null). */
export type Moved = { refs: MessageRef[]; to: string | null }

const outOfConversations = (to: string | null) => to === null || to === 'trash' || to === 'spam'

/** What is left of a row of a list when messages move; null when it leaves the list. */
function rowAfter(row: ThreadRow, listed: Listed, gone: Set<string>, to: string | null): ThreadRow | null {
  const moving = row.messages.filter(({ ref }) => gone.has(refKey(ref)))
  if (moving.length === 0) return row
  const staying = row.messages.filter(({ ref }) => !gone.has(refKey(ref)))
  const here = realMailbox(listed)
  // A view shows a message wherever it is, unless it goes where views do not look.
  const leaves = here === null ? outOfConversations(to) && staying.length === 0 : !stillIn(here, staying)
  if (leaves) return null
  return outOfConversations(to) ? withMessages(row, staying) : row
}

const stillIn = (mailbox: string, messages: ThreadMessage[]) => messages.some(({ ref }) => ref.mailbox === mailbox)

const withMessages = (row: ThreadRow, messages: ThreadMessage[]): ThreadRow => ({
  ...row,
  messages,
  flags: {
    ...row.flags,
    seen: messages.every(({ seen }) => seen),
    flagged: messages.some(({ flagged }) => flagged),
  },
  participants: messages.every(({ seen }) => seen)
    ? row.participants.map((person) => ({ ...person, unread: false }))
    : row.participants,
})

const unreadOf = ({ messages }: ThreadRow) => messages.filter(({ seen }) => !seen).length

/**
 * The windows of one list with `edit` done to each row; null takes it out. What is below moves up, also from one window
 * into the one before. A window may end shorter than it was; the server's answer fills it.
 */
function withRows(windows: ThreadWindow[], size: number, edit: (row: ThreadRow) => ThreadRow | null): ThreadWindow[] {
  const ordered = [...windows].sort((a, b) => a.offset - b.offset)
  const kept = new Map<number, ThreadRow>()
  let shift = 0
  let unread = 0
  for (const { offset, rows } of ordered) {
    for (const [i, row] of rows.entries()) {
      const after = edit(row)
      unread += unreadOf(row) - (after ? unreadOf(after) : 0)
      if (after) kept.set(offset + i - shift, after)
      else shift += 1
    }
  }
  return windows.map((window) => ({
    ...window,
    total: Math.max(0, window.total - shift),
    unread: Math.max(0, window.unread - unread),
    rows: upToHole(window.offset, size, kept),
  }))
}

/** The windows of one list after messages have moved. */
export function withoutMoved(windows: ThreadWindow[], listed: Listed, moved: Moved, size: number): ThreadWindow[] {
  const gone = keysOf(moved.refs)
  return withRows(windows, size, (row) => rowAfter(row, listed, gone, moved.to))
}

/** A label is put on messages, or taken off them. */
export type Labelled = { refs: MessageRef[]; label: string; value: boolean }

/** The windows of one list after messages got or lost a label; from the label's own list a row without it goes. */
export function withLabel(windows: ThreadWindow[], listed: Listed, change: Labelled, size: number): ThreadWindow[] {
  const { label, value } = change
  const wanted = keysOf(change.refs)
  const isOwnList = listed.kind === 'mailbox' && listed.id === label
  return withRows(windows, size, (row) => {
    const touched = row.messages.filter(({ ref }) => wanted.has(refKey(ref))).length
    if (touched === 0 || row.labels.includes(label) === value) return row
    if (value) return { ...row, labels: [...row.labels, label] }
    // Another message of the conversation may have it still: only the server knows.
    if (touched < row.messages.length) return row
    return isOwnList ? null : { ...row, labels: row.labels.filter((other) => other !== label) }
  })
}

function upToHole(offset: number, size: number, kept: Map<number, ThreadRow>): ThreadRow[] {
  const rows: ThreadRow[] = []
  for (let index = offset; index < offset + size; index++) {
    const row = kept.get(index)
    if (!row) break
    rows.push(row)
  }
  return rows
}

/** A window with a flag set or cleared on some of the messages of its rows. */
export function withFlag(window: ThreadWindow, refs: MessageRef[], flag: Flag, value: boolean): ThreadWindow {
  const wanted = keysOf(refs)
  let unread = 0
  const rows = window.rows.map((row) => {
    const after = rowWithFlag(row, wanted, flag, value)
    unread += unreadOf(after) - unreadOf(row)
    return after
  })
  return { ...window, unread: Math.max(0, window.unread + unread), rows }
}

function rowWithFlag(row: ThreadRow, wanted: Set<string>, flag: Flag, value: boolean): ThreadRow {
  if (!row.messages.some(({ ref }) => wanted.has(refKey(ref)))) return row
  if (flag === 'seen' || flag === 'flagged') {
    return withMessages(
      row,
      row.messages.map((message) => (wanted.has(refKey(message.ref)) ? { ...message, [flag]: value } : message)),
    )
  }
  const newest = row.messages.at(-1)
  return newest && wanted.has(refKey(newest.ref)) ? { ...row, flags: { ...row.flags, [flag]: value } } : row
}

/** The counts of the navigation, moved by what is known to change. `changes`: mailbox id to unread difference. */
export function withUnread(list: MailboxList, changes: Map<string, number>): MailboxList {
  return {
    ...list,
    mailboxes: list.mailboxes.map((mailbox) => {
      const change = changes.get(mailbox.id)
      return change ? { ...mailbox, unread: Math.max(0, mailbox.unread + change) } : mailbox
    }),
  }
}

/** The counts of the navigation as the server told them. */
export function withCounts(list: MailboxList, changes: MailboxEvent[]): MailboxList {
  const told = new Map(changes.map((change) => [change.mailbox, change]))
  return {
    ...list,
    mailboxes: list.mailboxes.map((mailbox) => {
      const { total = mailbox.total, unread = mailbox.unread } = told.get(mailbox.id) ?? {}
      return { ...mailbox, total, unread }
    }),
  }
}
