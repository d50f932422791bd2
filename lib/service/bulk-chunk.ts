import { z } from 'zod'

/** What happens to the messages of a chunk, in this order. Stands in `bulk_chunks.change`. */
export const chunkChangeSchema = z.object({
  /** Flags and keywords as on the wire. */
  add: z.array(z.string()),
  remove: z.array(z.string()),
  /** Path of the mailbox they move to; null to stay. */
  to: z.string().nullable(),
  /** Removed for good. */
  expunge: z.boolean(),
  /** When they come back, ISO 8601 UTC; `wake` takes that back. */
  snooze: z.string().nullable(),
  wake: z.boolean(),
})
export type ChunkChange = z.infer<typeof chunkChangeSchema>

/** A change that does nothing, to build others from. */
export const noChange: ChunkChange = { add: [], remove: [], to: null, expunge: false, snooze: null, wake: false }

/** A chunk as `bulk_chunks.opposite` holds it: what takes another one back. */
export const oppositeSchema = z.object({
  mailbox: z.string(),
  uidValidity: z.number(),
  uids: z.string(),
  change: chunkChangeSchema,
})

/**
 * What was there before a chunk was changed. A repeat reads from it what has been done already: messages keep their GUID
 * when they move, so one that is in the target above `targetNext` is one of ours.
 */
export const journalSchema = z.object({
  messages: z.array(z.tuple([z.number(), z.string()])),
  /** For each flag the UIDs whose state it changes. */
  flags: z.array(z.object({ flag: z.string(), value: z.boolean(), uids: z.array(z.number()) })),
  targetNext: z.number(),
})
export type Journal = z.infer<typeof journalSchema>
