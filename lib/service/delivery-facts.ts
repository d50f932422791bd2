import { z } from 'zod'
import type { StoredEvent } from '@/lib/db/delivery'

const peer = z.object({ name: z.string(), address: z.string(), port: z.number().nullable() })
const tls = z.object({
  trust: z.enum(['verified', 'trusted', 'untrusted', 'anonymous']),
  version: z.string(),
  cipher: z.string(),
})

const deliveryFact = z.object({
  original: z.string().nullable(),
  relay: peer.nullable(),
  delay: z.number(),
  delays: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  dsn: z.string(),
  status: z.string(),
  reply: z.string(),
  program: z.string(),
  retryAfter: z.number().nullable(),
  tls: tls.nullable(),
  tried: z.array(z.object({ peer, reason: z.string(), at: z.string() })),
})

/** A try to deliver to one recipient, as the worker stored it (worker/mailhost/fact-rows.ts). */
export type Try = z.infer<typeof deliveryFact> & { recipient: string; at: Date; queueId: string; hostId: string }

/** The tries among events of queues, in order. */
export const triesOf = (events: StoredEvent[]): Try[] =>
  events.flatMap(({ kind, recipient, at, queueId, hostId, fact }) =>
    kind === 'delivery' && queueId !== null ? [{ ...deliveryFact.parse(fact), recipient, at, queueId, hostId }] : [],
  )

const filedFact = z.object({ session: z.string(), messageId: z.string(), action: z.string(), target: z.string() })
export type Filing = z.infer<typeof filedFact> & { user: string; at: Date; hostId: string }
export const filingsOf = (events: StoredEvent[]): Filing[] =>
  events.map(({ recipient, at, hostId, fact }) => ({ ...filedFact.parse(fact), user: recipient, at, hostId }))

export const receivedFact = z.object({ client: peer, login: z.string().nullable() })
export const queuedFact = z.object({ recipients: z.number() })
export const refusedFact = z.object({ reply: z.string(), client: peer, lasting: z.boolean() })
export const noticeFact = z.object({ notice: z.string(), queueId: z.string() })
export const resolvedFact = z.object({
  domain: z.string(),
  answers: z.array(z.object({ exchange: z.string(), preference: z.number(), addresses: z.array(z.string()) })),
  error: z.string(),
})

/** Delivered by the delivery agent of the same mail host: in the mailbox, not only accepted by somebody else. */
export const isFinal = (one: Try): boolean => one.status === 'sent' && one.program === 'lmtp'

/** The queue id that the next server gave (Postfix says it in its 250), or null. */
export const acceptedAs = (one: Try): string | null => /queued as ([0-9A-Za-z]{5,30})\b/.exec(one.reply)?.[1] ?? null
