import { contactsQuery } from '@/lib/contract/contacts'
import { route } from '@/lib/http/route'
import { findContacts } from '@/lib/service/find-contacts'

export const GET = route({ query: contactsQuery, handler: ({ account, query }) => findContacts(account, query.q) })
