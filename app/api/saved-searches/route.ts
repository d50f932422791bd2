import { savedSearchBody, savedSearchOrder } from '@/lib/contract/saved-searches'
import { route } from '@/lib/http/route'
import { listSavedSearches, orderSavedSearches, saveSearch } from '@/lib/service/saved-searches'

export const GET = route({ handler: ({ account }) => listSavedSearches(account) })
export const POST = route({ body: savedSearchBody, handler: ({ account, body }) => saveSearch(account, body) })
/** Their order. */
export const PUT = route({
  body: savedSearchOrder,
  handler: ({ account, body }) => orderSavedSearches(account, body.ids),
})
