import type { MailboxList } from '@/lib/contract/mailboxes'
import type { Flag, MessageRef, MessageRow, MessageWindow } from '@/lib/contract/messages'

const keyOf = (ref: MessageRef) => `${ref.mailbox}/${ref.id}`
const keysOf = (refs: MessageRef[]) => new Set(refs.map(keyOf))

/**
 * The windows of one list without some messages: what is below moves up, also from one window into the one before.
 * A window may end shorter than it was; the server's answer fills it.
 */
export function withoutRows(windows: MessageWindow[], refs: MessageRef[], size: number): MessageWindow[] {
  const gone = keysOf(refs)
  const ordered = [...windows].sort((a, b) => a.offset - b.offset)
  const kept = new Map<number, MessageRow>()
  let shift = 0
  let unread = 0
  for (const { offset, rows } of ordered) {
    for (const [i, row] of rows.entries()) {
      if (!gone.has(keyOf(row.ref))) kept.set(offset + i - shift, row)
      else {
        shift += 1
        if (!row.flags.seen) unread += 1
      }
    }
  }
  return windows.map((window) => ({
    ...window,
    total: Math.max(0, window.total - shift),
    unread: Math.max(0, window.unread - unread),
    rows: upToHole(window.offset, size, kept),
  }))
}

function upToHole(offset: number, size: number, kept: Map<number, MessageRow>): MessageRow[] {
  const rows: MessageRow[] = []
  for (let index = offset; index < offset + size; index++) {
    const row = kept.get(index)
    if (!row) break
    rows.push(row)
  }
  return rows
}

/** A window with a flag set or cleared on some of its messages. */
export function withFlag(window: MessageWindow, refs: MessageRef[], flag: Flag, value: boolean): MessageWindow {
  const wanted = keysOf(refs)
  let unread = window.unread
  const rows = window.rows.map((row) => {
    if (!wanted.has(keyOf(row.ref)) || row.flags[flag] === value) return row
    if (flag === 'seen') unread += value ? -1 : 1
    return { ...row, flags: { ...row.flags, [flag]: value } }
  })
  return { ...window, unread: Math.max(0, unread), rows }
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
