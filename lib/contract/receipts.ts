import { z } from 'zod'

/** What the reader says to a request for a read receipt: send one, or not. Either is said once. */
export const receiptAnswerBody = z.strictObject({ send: z.boolean() })
export type ReceiptAnswer = z.infer<typeof receiptAnswerBody>

/** `before`: it was answered already, here or in another program; nothing was sent now. */
export type ReceiptAnswered = { outcome: 'sent' | 'declined' | 'before' }
