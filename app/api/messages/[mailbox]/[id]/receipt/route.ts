import { messageRefSchema } from '@/lib/contract/messages'
import { receiptAnswerBody } from '@/lib/contract/receipts'
import { route } from '@/lib/http/route'
import { answerReceipt } from '@/lib/service/receipts/answer-receipt'

export const POST = route({
  params: messageRefSchema,
  body: receiptAnswerBody,
  handler: ({ account, params, body }) => answerReceipt(account, params, body),
})
