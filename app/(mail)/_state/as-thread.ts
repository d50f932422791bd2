import type { MessageDetail, MessageRow, MessageWindow } from '@/lib/contract/messages'
import type { ThreadDetail, ThreadRow, ThreadWindow } from '@/lib/contract/threads'

/** A single message as a conversation of one. `mine` is the account's address. */
export const asThreadRow = (row: MessageRow, mine: string): ThreadRow => ({
  ...row,
  messages: [{ ref: row.ref, seen: row.flags.seen, flagged: row.flags.flagged }],
  participants: row.from.map((person) => ({
    ...person,
    me: person.address.toLowerCase() === mine,
    unread: !row.flags.seen,
  })),
  labels: [],
  muted: false,
  excerpts: [],
})

export const asThreadWindow = (window: MessageWindow, mine: string): ThreadWindow => ({
  ...window,
  rows: window.rows.map((row) => asThreadRow(row, mine)),
})

const previewLength = 200

/** A single message opened for itself. */
export const asThreadDetail = (detail: MessageDetail): ThreadDetail => ({
  ref: detail.ref,
  subject: detail.subject,
  labels: [],
  muted: false,
  messages: [
    {
      ref: detail.ref,
      from: detail.from,
      to: detail.to,
      subject: detail.subject,
      preview: detail.body.text
        .slice(0, 4 * previewLength)
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, previewLength),
      date: detail.date,
      size: detail.size,
      flags: detail.flags,
      hasAttachments: detail.attachments.some(({ inline }) => !inline),
      labels: [],
    },
  ],
  opened: [detail],
  newer: detail.newer,
  older: detail.older,
})
