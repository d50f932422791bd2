import { z } from 'zod'
import type { Address } from '@/lib/contract/address'
import {
  type MessageDetail,
  type MessageFlags,
  type MessageRef,
  type MessageRow,
  mailboxIdSchema,
} from '@/lib/contract/messages'

/** A message of a conversation as the list knows it: enough to act on it. */
export type ThreadMessage = { ref: MessageRef; seen: boolean; flagged: boolean }

/** Somebody who wrote in a conversation, in the order of their first message. */
export type Participant = Address & {
  /** One of the account's own addresses: shown as "me". */
  me: boolean
  /** Wrote at least one message that is unread. */
  unread: boolean
}

/**
 * One row of a list: a conversation, or a single message where conversations are switched off or the mailbox has none
 * (Drafts, Scheduled). A conversation holds the messages of all mailboxes but Spam and Trash.
 */
export type ThreadRow = {
  /**
   * Names the conversation: its oldest message in the mailbox listed (in a view or a search: its oldest of all). Stays
   * the same when messages arrive.
   */
  ref: MessageRef
  /** Every message of it, oldest first; at most the newest 1,000. */
  messages: ThreadMessage[]
  participants: Participant[]
  /** Recipients of the newest message: what Sent and Drafts show. */
  to: Address[]
  subject: string
  /** First words of the newest message; at most 200 characters. */
  preview: string
  /** Arrival of its newest message in the mailbox listed, ISO 8601 UTC: lists are sorted by it. */
  date: string
  /** Bytes of all its messages. */
  size: number
  /** `seen`: all of it; `flagged`: any of it; `answered`, `forwarded`, `draft`: its newest message. */
  flags: MessageFlags
  /** Ids of the labels on any of its messages (see contract/labels). */
  labels: string[]
  hasAttachments: boolean
  muted: boolean
  /** A search marks what it found: pieces of the text around hits, plain text. Empty elsewhere. */
  excerpts: Excerpt[]
}

/** Plain text with the places of the words searched for, as [start, end) offsets in UTF-16 units. */
export type Excerpt = { text: string; marks: [start: number, end: number][] }

export const listThreadsQuery = z.object({
  /** A mailbox id, or `l-...`: a label's. */
  mailbox: mailboxIdSchema,
  /** `messages` lists single messages. */
  mode: z.enum(['threads', 'messages']).default('threads'),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListThreadsQuery = z.infer<typeof listThreadsQuery>

/** A window of a list, newest first. `total` counts rows of the whole list, `unread` its unread messages. */
export type ThreadWindow = { mailbox: string; total: number; unread: number; offset: number; rows: ThreadRow[] }

/** The list a conversation was opened from: its neighbours are asked of it. Without one there are none. */
export const readThreadQuery = z.object({
  listed: mailboxIdSchema.optional(),
  mode: z.enum(['threads', 'messages']).default('threads'),
})
export type ReadThreadQuery = z.infer<typeof readThreadQuery>

/** One conversation for reading; with `mode=messages` one message, as a conversation of its own. */
export type ThreadDetail = {
  ref: MessageRef
  subject: string
  labels: string[]
  muted: boolean
  /** Every message, oldest first: what a folded line shows. */
  messages: (MessageRow & { labels: string[] })[]
  /** The messages that open at once (the newest, and the unread, at most 20), whole. */
  opened: MessageDetail[]
  /** Names of the conversations above and below in the list it was opened from. */
  newer: MessageRef | null
  older: MessageRef | null
}
