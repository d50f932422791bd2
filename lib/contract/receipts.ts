import { z } from 'zod'
import type { MessageRef } from '@/lib/contract/messages'

/** What the reader says to a request for a read receipt: send one, or not. Either is said once. */
export const receiptAnswerBody = z.strictObject({ send: z.boolean() })
export type ReceiptAnswer = z.infer<typeof receiptAnswerBody>

/** `before`: it was answered already, here or in another program; nothing was sent now. */
export type ReceiptAnswered = { outcome: 'sent' | 'declined' | 'before' }

/** `displayed`: it was shown. `deleted`: it was thrown away unread. */
export type ReceiptKind = 'displayed' | 'deleted'

/**
 * A read receipt that came. `genuine`: it is for a message in Sent that asked for one (`original`), and speaks for one of its
 * recipients; it is still that recipient's claim. `at` is ISO 8601 UTC.
 */
export type Receipt =
  | { genuine: false }
  | { genuine: true; original: MessageRef; subject: string; recipient: string; kind: ReceiptKind; at: string }
