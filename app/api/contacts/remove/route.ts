import { contactIds } from '@/lib/contract/contacts'
import { route } from '@/lib/http/route'
import { removeContacts } from '@/lib/service/contacts/contact-book'

export const POST = route({ body: contactIds, handler: ({ account, body }) => removeContacts(account, body.ids) })
