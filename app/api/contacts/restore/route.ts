import { contactsUndo } from '@/lib/contract/contacts'
import { route } from '@/lib/http/route'
import { restoreContacts } from '@/lib/service/contacts/contact-book'

export const POST = route({ body: contactsUndo, handler: ({ account, body }) => restoreContacts(account, body.undo) })
