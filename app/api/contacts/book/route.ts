import { contactBody, contactBookQuery } from '@/lib/contract/contacts'
import { route } from '@/lib/http/route'
import { listContactBook, saveContact } from '@/lib/service/contacts/contact-book'

export const GET = route({ query: contactBookQuery, handler: ({ account, query }) => listContactBook(account, query) })
export const POST = route({ body: contactBody, handler: ({ account, body }) => saveContact(account, null, body) })
