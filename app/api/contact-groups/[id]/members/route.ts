import { contactParams, membersBody } from '@/lib/contract/contacts'
import { route } from '@/lib/http/route'
import { changeGroupMembers, readGroupMembers } from '@/lib/service/contacts/contact-groups'

export const GET = route({
  params: contactParams,
  handler: ({ account, params }) => readGroupMembers(account, params.id),
})
export const POST = route({
  params: contactParams,
  body: membersBody,
  handler: ({ account, params, body }) => changeGroupMembers(account, params.id, body),
})
