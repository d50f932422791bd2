import { z } from 'zod'
import type { MailServer } from '@/lib/contract/delivery'

/** Ids that Postfix gives (lib/mail/postfix/queue-id.ts says why this is all they can hold). */
export const queueIdSchema = z.string().regex(/^(?:[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,20}|[0-9A-F]{6,16})$/)

/** What the sender may ask for a recipient who is still waited for. */
export const deliveryCommandBody = z.object({
  recipient: z.string().min(3).max(320),
  command: z.enum(['retry', 'stop']),
})
export type DeliveryCommand = z.infer<typeof deliveryCommandBody>
/** How many messages it was: none when it had left the queue meanwhile. */
export type QueueChanged = { changed: number }

// --- what admins see and do

/** A message in a queue, as Postfix tells it. Addresses and reasons are strangers' text. */
export type QueueEntry = {
  queueId: string
  /** `active`, `incoming`, `deferred`, `hold`, `maildrop`. */
  state: string
  /** ISO 8601 UTC. */
  arrivedAt: string
  /** Bytes. */
  size: number
  /** Empty for notices of the server itself. */
  sender: string
  recipients: { address: string; reason: string }[]
}

export const mailQueuesQuery = z.object({ q: z.string().max(300).default('') })

/**
 * `entries`: the newest of those found. `found`: how many match; `waiting`: how many wait in all. `silent`: the worker beside it
 * does not answer, so nothing is known.
 */
export type MailQueue = {
  id: string
  hostname: string
  silent: boolean
  entries: QueueEntry[]
  found: number
  waiting: number
}
export type MailQueues = { queues: MailQueue[] }

/** How many messages one request may change. */
export const mostChanged = 500

export const changeQueueBody = z.object({
  queue: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  verb: z.enum(['retry', 'hold', 'release', 'delete']),
  queueIds: z.array(queueIdSchema).min(1).max(mostChanged),
})
export type ChangeQueue = z.infer<typeof changeQueueBody>

/** `q`: an address or a part of it, a Message-ID, a queue id; everything when empty. `before`: id of the last row seen. */
export const deliveryLogQuery = z.object({
  q: z.string().max(1000).default(''),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
})
export type DeliveryLogQuery = z.input<typeof deliveryLogQuery>

/** One try, refusal or end of a message at a mail host. */
export type DeliveryLogRow = {
  id: string
  at: string
  host: { id: string; name: string }
  queueId: string
  messageId: string
  sender: string
  recipient: string
  outcome:
    | 'in-mailbox'
    | 'accepted'
    | 'waiting'
    | 'bounced'
    | 'refused'
    | 'greylisted'
    | 'expired'
    | 'held'
    | 'released'
    | 'stopped'
  server: MailServer | null
  reply: string
}
/** Newest first; `more` when there are older ones. `days`: how long rows are kept. */
export type DeliveryLog = { rows: DeliveryLogRow[]; more: boolean; days: number }
