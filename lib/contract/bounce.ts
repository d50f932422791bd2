import type { MessageRef } from '@/lib/contract/messages'

/** Why a delivery failed or waits: a key of the catalogues. */
export const bounceReasons = [
  'no-such-mailbox',
  'no-such-domain',
  'mailbox-full',
  'too-large',
  'refused-as-spam',
  'refused-by-policy',
  'sender-not-allowed',
  'server-away',
  'took-too-long',
  'loop',
  'disabled',
  'unknown',
] as const
export type BounceReason = (typeof bounceReasons)[number]

/** What a report says of one recipient. `words` are another server's, to be shown as text. */
export type BounceRecipient = {
  address: string
  outcome: 'failed' | 'delayed' | 'delivered'
  reason: BounceReason
  words: string
  server: string
}

/**
 * A delivery status notification (RFC 3464) as a person reads it. `genuine`: it is about a message this account sent;
 * else it is not to be trusted and nothing is offered. `original` is the copy in Sent, where it still is.
 */
export type Bounce = { genuine: boolean; original: MessageRef | null; recipients: BounceRecipient[] }
