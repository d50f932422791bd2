import { bodyQuery, messageParams } from '@/lib/contract/messages'
import { frameResponse } from '@/lib/http/document-response'
import { route } from '@/lib/http/route'
import { messageBody } from '@/lib/service/message-body'

export const GET = route({
  params: messageParams,
  query: bodyQuery,
  handler: async ({ account, params, query }) => {
    const { html, nonce } = await messageBody(account, params, query.theme)
    return frameResponse(html, nonce)
  },
})
