import { z } from 'zod'
import { queueIdSchema } from '@/lib/contract/queue'

/** What a worker beside a Postfix does when asked; what the web writes and the worker reads. */
export const queueCommandSchema = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('list'),
    /** Only messages with this in their id, an address or a reason. */
    words: z.string().max(300).default(''),
    /** Only these. */
    queueIds: z.array(queueIdSchema).max(500).optional(),
    most: z.number().int().min(1).max(500),
    /** Only what an admin of this domain may see of it; all when it is not there. */
    domain: z.string().min(1).max(255).optional(),
  }),
  z.object({
    verb: z.enum(['retry', 'hold', 'release', 'delete', 'requeue']),
    queueIds: z.array(queueIdSchema).min(1).max(500),
  }),
])
export type QueueCommand = z.infer<typeof queueCommandSchema>

export const changedAnswer = z.object({ changed: z.number() })
