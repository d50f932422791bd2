import { identityBody, identityParams } from '@/lib/contract/identities'
import { route } from '@/lib/http/route'
import { deleteIdentity } from '@/lib/service/delete-identity'
import { saveIdentity } from '@/lib/service/save-identity'

export const PUT = route({
  params: identityParams,
  body: identityBody,
  handler: ({ account, params, body }) => saveIdentity(account, params.address, body),
})
export const DELETE = route({
  params: identityParams,
  handler: ({ account, params }) => deleteIdentity(account, params.address),
})
