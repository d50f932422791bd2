import { z } from 'zod'
import type { MessageRef } from '@/lib/contract/messages'
import type { Problem } from '@/lib/contract/problem'

export const outboxParams = z.object({ id: z.uuid() })

/** Why a message has not left yet: a code of a fault, or what only happens to held messages. */
export type HoldReason = Problem['code'] | 'interrupted'

/**
 * Where a message stands for which Send was pressed. `held`: it waits for `sendAt`, or for the next try when there is a
 * `reason`. `sending`: it is being handed in just now. `stopped`: it does not leave by itself, for `reason`.
 * `returning`: it is on its way back to Drafts.
 */
export type HeldState = 'held' | 'sending' | 'stopped' | 'returning'

/** One message in Scheduled. */
export type HeldMessage = {
  id: string
  messageId: string
  /** Empty while it is on its way from one mailbox to another. */
  subject: string
  /** Where it is now; null likewise. */
  ref: MessageRef | null
  state: HeldState
  /** ISO 8601 UTC: the time the person was told or chose. */
  sendAt: string
  /** The next try, when one has failed. */
  nextTry: string | null
  reason: HoldReason | null
  /** The mail host's own words, to be shown as text. */
  detail: string | null
}

/** Everything of the account that has not left yet. */
export type Outbox = { messages: HeldMessage[] }
