import { messageRefSchema } from '@/lib/contract/messages'
import { receiptAnswerBody } from '@/lib/contract/receipts'
import { route } from '@/lib/http/route'
import { answerReceipt } from '@/lib/service/receipts/answer-receipt'
import { takeReceipt } from '@/lib/service/receipts/take-receipt'

export const GET = route({ params: messageRefSchema, handler: ({ account, params }) => takeReceipt(account, params) })

export const POST = route({
  params: messageRefSchema,
  body: receiptAnswerBody,
  handler: ({ account, params, body }) => answerReceipt(account, params, body),
})
