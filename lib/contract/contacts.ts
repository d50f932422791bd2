import { z } from 'zod'
import type { Address } from '@/lib/contract/address'

export const contactsQuery = z.object({ q: z.string().max(200).default('') })
/** People one has written to, best match first; at most 8. */
export type ContactList = { contacts: Address[] }
