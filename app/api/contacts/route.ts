import { contactsQuery } from '@/lib/contract/contacts'
import { route } from '@/lib/http/route'
import { completeRecipient } from '@/lib/service/contacts/complete-recipient'

/** Completion. */
export const GET = route({ query: contactsQuery, handler: ({ account, query }) => completeRecipient(account, query.q) })
