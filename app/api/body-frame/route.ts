import { bodyFrameQuery } from '@/lib/contract/messages'
import { frameResponse } from '@/lib/http/document-response'
import { route } from '@/lib/http/route'
import { emptyBody } from '@/lib/service/message-body'

export const GET = route({
  query: bodyFrameQuery,
  handler: async ({ query }) => {
    const { html, nonce } = emptyBody(query.theme)
    return frameResponse(html, { nonce, pictures: null })
  },
})
