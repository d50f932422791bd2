import { contactParams, groupBody } from '@/lib/contract/contacts'
import { route } from '@/lib/http/route'
import { removeContactGroup, saveContactGroup } from '@/lib/service/contacts/contact-groups'

export const PUT = route({
  params: contactParams,
  body: groupBody,
  handler: ({ account, params, body }) => saveContactGroup(account, params.id, body),
})
export const DELETE = route({
  params: contactParams,
  handler: ({ account, params }) => removeContactGroup(account, params.id),
})
