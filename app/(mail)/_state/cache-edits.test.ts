import { describe, expect, it } from 'vitest'
import { withFlag, withoutRows } from '@/app/(mail)/_state/cache-edits'
import type { MessageRow, MessageWindow } from '@/lib/contract/messages'

const row = (uid: number, seen = true): MessageRow => ({
  ref: { mailbox: 'inbox', id: `1-${uid}` },
  from: [],
  to: [],
  subject: `${uid}`,
  preview: '',
  date: '2026-01-01T00:00:00Z',
  size: 1,
  flags: { seen, flagged: false, answered: false, forwarded: false, draft: false },
  hasAttachments: false,
})
const windowOf = (offset: number, rows: MessageRow[], total = 5): MessageWindow => ({
  mailbox: 'inbox',
  total,
  unread: 1,
  offset,
  rows,
})
const subjects = (window: MessageWindow | undefined) => window?.rows.map(({ subject }) => subject)

describe('a list that loses messages before the server has answered', () => {
  it('moves the rows below up across windows', () => {
    const [first, second] = withoutRows(
      [windowOf(0, [row(9), row(8, false)]), windowOf(2, [row(7), row(6)])],
      [row(8).ref],
      2,
    )
    expect(subjects(first)).toEqual(['9', '7'])
    expect(subjects(second)).toEqual(['6'])
    expect(first).toMatchObject({ total: 4, unread: 0 })
  })

  it('ends a window early where the next one is not loaded', () => {
    const [first, far] = withoutRows([windowOf(0, [row(9), row(8)]), windowOf(4, [row(5)])], [row(9).ref], 2)
    expect(subjects(first)).toEqual(['8'])
    expect(subjects(far)).toEqual([])
  })
})

describe('a flag set before the server has answered', () => {
  it('counts unread messages only once', () => {
    const before = windowOf(0, [row(9, false), row(8)])
    const after = withFlag(before, [row(9).ref, row(8).ref], 'seen', true)
    expect(after.unread).toBe(0)
    expect(withFlag(after, [row(9).ref], 'seen', true)).toEqual(after)
  })
})
