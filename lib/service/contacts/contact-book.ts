import type { MailAccount } from '@/lib/auth/signed-in'
import type {
  Contact,
  ContactBody,
  ContactBookQuery,
  ContactFound,
  ContactsRemoved,
  ContactsRestored,
  ContactWindow,
} from '@/lib/contract/contacts'
import { type FullContact, findContact, findContactOf, listContacts } from '@/lib/db/contacts/list'
import { removeContacts as removeRows, restoreContacts as restoreRows } from '@/lib/db/contacts/removed'
import { saveContact as saveRow } from '@/lib/db/contacts/save'
import { contactLimit } from '@/lib/db/contacts/write'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import { learnAtFirst } from '@/lib/service/contacts/learn-from-sent'
import { tidyContact } from '@/lib/service/contacts/tidy-contact'

const missing = () => new AppError('not-found', 'no such contact')
const full = () => new AppError('too-many-contacts', `there are ${contactLimit} contacts`)

function toContact({ groups, addresses, learned: _, ...contact }: FullContact): Contact {
  return {
    ...contact,
    groups: groups.map(({ group }) => group),
    addresses: addresses.map((one) => ({ ...one, lastUsedAt: one.lastUsedAt?.toISOString() ?? null })),
  }
}

/** A window of the contacts that every typed word begins a part of. Whoever was written to before is learned at the first asking. */
export async function listContactBook(account: MailAccount, query: ContactBookQuery): Promise<ContactWindow> {
  await learnAtFirst(account).catch((err) => log.warn({ err }, 'Sent could not be read for contacts'))
  const { total, rows } = await listContacts(account.accountId, { ...query, group: query.group ?? null })
  return { total, offset: query.offset, contacts: rows }
}

/** @throws AppError `not-found` */
export async function readContact(account: MailAccount, id: string): Promise<Contact> {
  const contact = await findContact(account.accountId, id)
  if (contact === null) throw missing()
  return toContact(contact)
}

/**
 * Writes a contact, a new one for the id null.
 * @throws AppError `invalid-address` naming it, `contact-exists` naming the address another contact has, `too-many-contacts`,
 * `name-refused` for one with nothing in it, `not-found`
 */
export async function saveContact(account: MailAccount, id: string | null, body: ContactBody): Promise<Contact> {
  const saved = await saveRow(account.accountId, id, tidyContact(body))
  if ('id' in saved) return readContact(account, saved.id)
  if (saved.problem === 'taken') {
    throw new AppError('contact-exists', 'another contact has the address', { detail: saved.address })
  }
  if (saved.problem === 'full') throw full()
  throw missing()
}

/**
 * Removes contacts; those that are gone already count for nothing. They can be brought back for a day; old mail does not bring
 * them back.
 */
export const removeContacts = ({ accountId }: MailAccount, ids: string[]): Promise<ContactsRemoved> =>
  removeRows(accountId, ids)

/** Undoes a removal. @throws AppError `too-many-contacts`, `not-found` when it was undone already or is too long ago */
export async function restoreContacts({ accountId }: MailAccount, undo: string): Promise<ContactsRestored> {
  const result = await restoreRows(accountId, undo)
  if ('restored' in result) return result
  throw result.problem === 'full' ? full() : missing()
}

export async function findContactByAddress(account: MailAccount, address: string): Promise<ContactFound> {
  return { id: await findContactOf(account.accountId, address) }
}
