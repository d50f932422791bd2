import { describe, expect, it } from 'vitest'
import { withFlag, withLabel, withoutMoved } from '@/app/(mail)/_state/cache-edits'
import type { Listed } from '@/app/(mail)/_state/listed'
import type { ThreadMessage, ThreadRow, ThreadWindow } from '@/lib/contract/threads'

const inbox: Listed = { kind: 'mailbox', id: 'inbox' }
const all: Listed = { kind: 'mailbox', id: 'all' }

const message = (uid: number, seen = true, mailbox = 'inbox'): ThreadMessage => ({
  ref: { mailbox, id: `1-${uid}` },
  seen,
  flagged: false,
})
const rowOf = (...messages: ThreadMessage[]): ThreadRow => ({
  ref: messages[0]?.ref ?? message(1).ref,
  messages,
  participants: [{ name: 'Maria', address: 'maria@red', me: false, unread: messages.some(({ seen }) => !seen) }],
  to: [],
  subject: messages[0]?.ref.id.slice(2) ?? '',
  preview: '',
  date: '2026-01-01T00:00:00Z',
  size: 1,
  flags: {
    seen: messages.every(({ seen }) => seen),
    flagged: false,
    answered: false,
    forwarded: false,
    draft: false,
  },
  labels: [],
  hasAttachments: false,
  muted: false,
  excerpts: [],
})
const row = (uid: number, seen = true) => rowOf(message(uid, seen))
const windowOf = (offset: number, rows: ThreadRow[], total = 5): ThreadWindow => ({
  mailbox: 'inbox',
  total,
  unread: 1,
  offset,
  rows,
})
const subjects = (window: ThreadWindow | undefined) => window?.rows.map(({ subject }) => subject)

describe('a list that loses conversations before the server has answered', () => {
  it('moves the rows below up across windows', () => {
    const [first, second] = withoutMoved(
      [windowOf(0, [row(9), row(8, false)]), windowOf(2, [row(7), row(6)])],
      inbox,
      { refs: [row(8).ref], to: 'archive' },
      2,
    )
    expect(subjects(first)).toEqual(['9', '7'])
    expect(subjects(second)).toEqual(['6'])
    expect(first).toMatchObject({ total: 4, unread: 0 })
  })

  it('ends a window early where the next one is not loaded', () => {
    const moved = { refs: [row(9).ref], to: 'archive' }
    const [first, far] = withoutMoved([windowOf(0, [row(9), row(8)]), windowOf(4, [row(5)])], inbox, moved, 2)
    expect(subjects(first)).toEqual(['8'])
    expect(subjects(far)).toEqual([])
  })

  it('keeps a conversation that still has a message in the mailbox listed', () => {
    const thread = rowOf(message(3), message(4, false))
    const moved = { refs: [message(4).ref], to: 'trash' }
    const [after] = withoutMoved([windowOf(0, [thread])], inbox, moved, 2)
    expect(after?.rows[0]?.messages).toEqual([message(3)])
    expect(after?.rows[0]?.flags.seen).toBe(true)
    expect(after?.unread).toBe(0)
  })

  it('lets go of one whose only other messages are elsewhere', () => {
    const thread = rowOf(message(3), message(4, true, 'sent'))
    const [after] = withoutMoved([windowOf(0, [thread])], inbox, { refs: [message(3).ref], to: 'archive' }, 2)
    expect(after?.rows).toEqual([])
  })

  it('keeps it in a view unless everything goes where views do not look', () => {
    const thread = rowOf(message(3), message(4, true, 'sent'))
    const both = thread.messages.map(({ ref }) => ref)
    const left = (refs: typeof both, to: string) => withoutMoved([windowOf(0, [thread])], all, { refs, to }, 2)[0]?.rows
    expect(left(both, 'archive')).toEqual([thread])
    expect(left(both.slice(0, 1), 'trash')?.[0]?.messages).toEqual(thread.messages.slice(1))
    expect(left(both, 'trash')).toEqual([])
  })
})

describe('a flag set before the server has answered', () => {
  it('counts unread messages only once', () => {
    const before = windowOf(0, [row(9, false), row(8)])
    const after = withFlag(before, [row(9).ref, row(8).ref], 'seen', true)
    expect(after.unread).toBe(0)
    expect(withFlag(after, [row(9).ref], 'seen', true)).toEqual(after)
  })

  it('makes a conversation read when its last unread message is, and nobody in it bold any more', () => {
    const thread = rowOf(message(3, false), message(4, false))
    const half = withFlag(windowOf(0, [thread]), [message(3).ref], 'seen', true)
    expect(half.rows[0]?.flags.seen).toBe(false)
    const whole = withFlag(half, [message(4).ref], 'seen', true)
    expect(whole.rows[0]?.flags.seen).toBe(true)
    expect(whole.rows[0]?.participants[0]?.unread).toBe(false)
  })
})

describe('a list whose conversations get or lose a label before the server has answered', () => {
  const label = 'l-abcdefghijklmnop'
  const list: Listed = { kind: 'mailbox', id: label }
  const change = (uids: number[], value: boolean) => ({ refs: uids.map((uid) => message(uid).ref), label, value })
  const labelsOf = (window: ThreadWindow | undefined) => window?.rows.map(({ labels }) => labels.length)

  it('shows it on every conversation one of whose messages got it', () => {
    const windows = [windowOf(0, [rowOf(message(1), message(2)), row(3)])]
    const [after] = withLabel(windows, inbox, change([2], true), 2)
    expect(labelsOf(after)).toEqual([1, 0])
    expect(labelsOf(withLabel([after ?? windowOf(0, [])], inbox, change([1], true), 2)[0])).toEqual([1, 0])
  })

  it('takes it away where no message can have it any more', () => {
    const windows = [
      windowOf(0, [
        { ...rowOf(message(1), message(2)), labels: [label] },
        { ...row(3), labels: [label] },
      ]),
    ]
    expect(labelsOf(withLabel(windows, inbox, change([1, 3], false), 2)[0])).toEqual([1, 0])
    const [own] = withLabel(windows, list, change([3], false), 2)
    expect([own?.rows.length, own?.total]).toEqual([1, 4])
  })
})
