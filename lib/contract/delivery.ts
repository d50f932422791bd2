import { z } from 'zod'
import { messageRefSchema } from '@/lib/contract/messages'
import type { ReceiptKind } from '@/lib/contract/receipts'

/**
 * Where a message is for one recipient. `accepted`: the other server said 250, which never means read. `in-mailbox`: a mail
 * host of ours put it there.
 */
export type DeliveryState =
  | 'sending'
  | 'waiting'
  | 'held'
  | 'accepted'
  | 'in-mailbox'
  | 'bounced'
  | 'expired'
  | 'stopped'

/** A server as the mail host that spoke with it names it. */
export type MailServer = { name: string; address: string; port: number | null }

/** TLS of a connection: `verified` and `trusted` mean that the certificate was signed by somebody known. */
export type ConnectionTls = {
  trust: 'verified' | 'trusted' | 'untrusted' | 'anonymous'
  version: string
  cipher: string
}

/** One recipient of a message. Words of servers are theirs, to be shown as text. */
export type RecipientDelivery = {
  /** As the sender wrote it. */
  recipient: string
  /** Where an alias led, when elsewhere. */
  deliveredTo: string[]
  state: DeliveryState
  /** ISO 8601 UTC, of the state. */
  at: string
  /** The server that spoke last, its words, and its enhanced status code (RFC 3463). Empty when nobody was reached. */
  server: MailServer | null
  reply: string
  dsn: string
  tls: ConnectionTls | null
  /** Queue id at the server that accepted it, as it said. */
  acceptedAs: string | null
  /** The other server only wants to see the message a second time (waiting only). */
  greylisted: boolean
  /** Tries so far, and when the next one is due (waiting only). */
  tries: number
  nextTry: string | null
  /** Waiting where the sender handed it in: 'try now' and 'stop trying' reach it (contract/queue). */
  inOwnQueue: boolean
  /** Mailbox (in-mailbox only, where the mail host told). Where a rule of somebody else put it is theirs to know. */
  folder: string | null
  /** Whose rule chose that mailbox: the server's for spam, one of its owner's, or none (the inbox). */
  rule: 'spam' | 'own' | 'none' | null
  /** The name of the rule, in one's own mailbox; empty for one without a name. */
  ruleName: string | null
  /** What their program said of reading it, where the message asked (contract/receipts); their claim. */
  receipt: { kind: ReceiptKind; at: string } | null
}

/** One thing that happened to a message, in the order of time. */
export type JourneyStep = {
  kind:
    | 'submitted'
    | 'queued'
    | 'resolved'
    | 'unreachable'
    | 'accepted'
    | 'waiting'
    | 'bounced'
    | 'expired'
    | 'received'
    | 'in-mailbox'
    | 'filed'
    | 'notice'
    | 'held'
    | 'released'
    | 'stopped'
  at: string
  /** The mail host of ours that tells it. */
  host: { id: string; name: string }
  queueId: string | null
  recipient: string | null
  server: MailServer | null
  reply: string
  tls: ConnectionTls | null
  /** Seconds from the message's arrival at this host; connecting; transmitting. */
  seconds: { total: number; connect: number; transmit: number } | null
  /** MX hosts by preference (resolved only). */
  answers: { exchange: string; preference: number; addresses: string[] }[]
  /** Folder, notice kind, or the name that was asked for. */
  detail: string
}

export type Delivery = {
  messageId: string
  /** Envelope sender; empty for those who only received it. */
  sender: string
  recipients: RecipientDelivery[]
  steps: JourneyStep[]
}

export const deliveryStatesBody = z.object({ refs: z.array(messageRefSchema).min(1).max(200) })
/** A sent message in short: the state of its unluckiest recipient, and how many of them share it. */
export type DeliverySummary = {
  state: DeliveryState
  count: number
  total: number
  /** Enhanced status code (RFC 3463) of the last answer; empty when there was none. */
  dsn: string
  /** The other server only wants to see the message a second time (waiting only). */
  greylisted: boolean
  /** ISO 8601 UTC (waiting only). */
  nextTry: string | null
}
/** Of each message sent from here, under `mailbox/id` of its ref; others are left out. */
export type DeliveryStates = { states: Record<string, DeliverySummary> }
