import { contactLookup } from '@/lib/contract/contacts'
import { route } from '@/lib/http/route'
import { findContactByAddress } from '@/lib/service/contacts/contact-book'

/** Which contact an address belongs to. */
export const GET = route({
  query: contactLookup,
  handler: ({ account, query }) => findContactByAddress(account, query.address),
})
