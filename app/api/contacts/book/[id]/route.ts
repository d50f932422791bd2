import { contactBody, contactParams } from '@/lib/contract/contacts'
import { route } from '@/lib/http/route'
import { readContact, saveContact } from '@/lib/service/contacts/contact-book'

export const GET = route({ params: contactParams, handler: ({ account, params }) => readContact(account, params.id) })
export const PUT = route({
  params: contactParams,
  body: contactBody,
  handler: ({ account, params, body }) => saveContact(account, params.id, body),
})
