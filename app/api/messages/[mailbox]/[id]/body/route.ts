import { bodyQuery, messageRefSchema } from '@/lib/contract/messages'
import { frameResponse, pictureSource } from '@/lib/http/document-response'
import { route } from '@/lib/http/route'
import { messageBody } from '@/lib/service/message-body'

export const GET = route({
  params: messageRefSchema,
  query: bodyQuery,
  handler: async ({ account, params, query, request }) => {
    const images = query.images === '1'
    const { html, nonce } = await messageBody(account, params, { theme: query.theme, images })
    return frameResponse(html, { nonce, pictures: images ? pictureSource(request) : null })
  },
})
