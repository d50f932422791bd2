import { describe, expect, it } from 'vitest'
import { detailWithFlag, detailWithMoved, detailWithout } from '@/app/(mail)/_state/thread-edits'
import type { MessageRef } from '@/lib/contract/messages'
import type { ThreadDetail } from '@/lib/contract/threads'

const flags = { seen: false, flagged: false, answered: false, forwarded: false, draft: false }
const rowOf = (ref: MessageRef): ThreadDetail['messages'][number] => ({
  ref,
  from: [],
  to: [],
  subject: '',
  preview: '',
  date: '2026-01-01T00:00:00Z',
  size: 1,
  flags,
  hasAttachments: false,
  labels: [],
})
const one = { mailbox: 'inbox', id: '1-1' }
const two = { mailbox: 'sent', id: '1-2' }
const detail: ThreadDetail = {
  ref: one,
  subject: 'Lunch',
  labels: [],
  muted: false,
  messages: [rowOf(one), rowOf(two)],
  opened: [],
  newer: null,
  older: null,
}
const refs = ({ messages }: ThreadDetail) => messages.map(({ ref }) => ref)

describe('an open conversation', () => {
  it('shows a flag on the messages named and on no other', () => {
    const after = detailWithFlag(detail, [two], 'flagged', true)
    expect(after.messages.map((message) => message.flags.flagged)).toEqual([false, true])
  })

  it('loses messages', () => {
    expect(refs(detailWithout(detail, [one]))).toEqual([two])
  })

  it('calls messages by the names they have where they were moved', () => {
    const archived = { mailbox: 'archive', id: '7-9' }
    expect(refs(detailWithMoved(detail, [{ from: one, to: archived }]))).toEqual([archived, two])
  })
})
