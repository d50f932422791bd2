import { z } from 'zod'
import { labelParams } from '@/lib/contract/labels'
import { flagSchema, type MessageRef, mailboxIdSchema, messageRefSchema } from '@/lib/contract/messages'

const refs = z.array(messageRefSchema).min(1).max(5000)

/** One change to messages. Every change knows its opposite; undo is the opposite, applied. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('flag'), refs, flag: flagSchema.or(z.literal('muted')), value: z.boolean() }),
  z.object({ kind: z.literal('move'), refs, to: mailboxIdSchema }),
  /** Puts a label (its id) on messages, or takes it off. */
  z.object({ kind: z.literal('label'), refs, label: labelParams.shape.id, value: z.boolean() }),
])
export type Change = z.infer<typeof changeSchema>

export const applyChangesBody = z.object({ changes: z.array(changeSchema).min(1).max(20) })

/** `opposite` undoes exactly what was changed: messages that already were so are not in it. */
export type ChangesApplied = { changed: number; opposite: Change[]; moved: { from: MessageRef; to: MessageRef }[] }

/** Removes for good. Only from Trash, Spam and Drafts; there is no undo. */
export const removeMessagesBody = z.object({ refs })
export type MessagesRemoved = { removed: number }
