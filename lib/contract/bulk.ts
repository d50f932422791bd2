import { z } from 'zod'
import { mailboxIdSchema } from '@/lib/contract/messages'

/** What happens to all of it. `mute` also takes it out of the inbox; `remove` is for good and cannot be undone. */
export const bulkChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['archive', 'delete', 'spam', 'not-spam', 'mute', 'unmute']) }),
  z.object({ kind: z.enum(['read', 'unread', 'star', 'unstar']) }),
  z.object({ kind: z.literal('move'), to: mailboxIdSchema }),
  /** Ids of labels (contract/labels). */
  z.object({ kind: z.enum(['label', 'unlabel']), label: mailboxIdSchema }),
  z.object({ kind: z.literal('snooze'), until: z.iso.datetime() }),
  /** Only from Trash and Spam. */
  z.object({ kind: z.literal('remove') }),
])
export type BulkChange = z.infer<typeof bulkChangeSchema>

/** Everything of a list, or everything a search finds; as it is when the request arrives. */
const bulkScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), mailbox: mailboxIdSchema }),
  /** `zone`: the person's time zone, for days in before: and after:. */
  z.object({ kind: z.literal('search'), q: z.string().min(1).max(2000), zone: z.string().max(64) }),
])
export type BulkScope = z.infer<typeof bulkScopeSchema>

export const startBulkBody = z.object({ scope: bulkScopeSchema, change: bulkChangeSchema })
export type StartBulk = z.infer<typeof startBulkBody>

export const bulkParams = z.object({ id: z.uuid() })

/**
 * How far it is. `done` messages were changed, `skipped` were gone meanwhile or so already; what is left of `total` was
 * not touched (yet). `canceling` until the part under way has ended.
 */
export type BulkState = {
  id: string
  kind: BulkChange['kind'] | 'undo'
  state: 'running' | 'done' | 'canceling' | 'canceled' | 'failed'
  total: number
  done: number
  skipped: number
  undoable: boolean
  /** What made it fail, as a code of the catalogues. */
  error: string | null
}

/** What runs, and what ended within the last hour; newest first. */
export type BulkList = { actions: BulkState[] }
