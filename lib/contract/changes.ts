import { z } from 'zod'
import { flagSchema, type MessageRef, mailboxIdSchema, messageRefSchema } from '@/lib/contract/messages'

const refs = z.array(messageRefSchema).min(1).max(5000)

/** One change to messages. Every change knows its opposite; undo is the opposite, applied. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('flag'), refs, flag: flagSchema, value: z.boolean() }),
  z.object({ kind: z.literal('move'), refs, to: mailboxIdSchema }),
])
export type Change = z.infer<typeof changeSchema>

export const applyChangesBody = z.object({ changes: z.array(changeSchema).min(1).max(20) })

/** `opposite` undoes exactly what was changed: messages that already were so are not in it. */
export type ChangesApplied = { changed: number; opposite: Change[]; moved: { from: MessageRef; to: MessageRef }[] }

/** Removes for good. Only from Trash, Spam and Drafts; there is no undo. */
export const removeMessagesBody = z.object({ refs })
export type MessagesRemoved = { removed: number }
