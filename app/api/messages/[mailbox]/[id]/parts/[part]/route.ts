import { partParams, partQuery } from '@/lib/contract/messages'
import { fileResponse, viewResponse } from '@/lib/http/file-response'
import { route } from '@/lib/http/route'
import { messagePart } from '@/lib/service/message-part'

export const GET = route({
  params: partParams,
  query: partQuery,
  handler: async ({ account, params, query }) => {
    const file = await messagePart(account, params, params.part)
    return query.view === '1' && file.viewable ? viewResponse(file) : fileResponse(file)
  },
})
