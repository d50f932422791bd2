import { savedSearchBody, savedSearchParams } from '@/lib/contract/saved-searches'
import { route } from '@/lib/http/route'
import { removeSavedSearch, updateSavedSearch } from '@/lib/service/saved-searches'

export const PUT = route({
  params: savedSearchParams,
  body: savedSearchBody,
  handler: ({ account, params, body }) => updateSavedSearch(account, params.id, body),
})
export const DELETE = route({
  params: savedSearchParams,
  handler: ({ account, params }) => removeSavedSearch(account, params.id),
})
