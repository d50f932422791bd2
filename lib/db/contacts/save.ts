import { randomUUID } from 'node:crypto'
import {
  addressRow,
  type ContactFields,
  changeContacts,
  contactLimit,
  indexOf,
  keyOf,
  type Transaction,
} from '@/lib/db/contacts/write'

/** `taken`: another contact has this address. `full`: there are as many contacts as an account may have. */
export type ContactSaved = { id: string } | { problem: 'gone' | 'full' } | { problem: 'taken'; address: string }

/** Writes a contact, a new one for the id null. What the addresses it keeps were used for stays. */
export const saveContact = (accountId: string, id: string | null, fields: ContactFields): Promise<ContactSaved> =>
  changeContacts(accountId, async (tx) => {
    const taken = await takenAddress(tx, accountId, id, fields.addresses)
    if (taken !== null) return { problem: 'taken', address: taken }
    if (id === null) {
      if ((await tx.contact.count({ where: { accountId } })) >= contactLimit) return { problem: 'full' }
      const [made = ''] = await createContacts(tx, accountId, [fields])
      return { id: made }
    }
    return (await changeContact(tx, accountId, id, fields)) ? { id } : { problem: 'gone' }
  })

async function takenAddress(tx: Transaction, accountId: string, id: string | null, addresses: string[]) {
  const where = { accountId, key: { in: addresses.map(keyOf) }, ...(id !== null && { NOT: { contactId: id } }) }
  return (await tx.contactAddress.findFirst({ where, select: { address: true } }))?.address ?? null
}

const columns = (fields: ContactFields) => ({
  name: fields.name,
  organisation: fields.organisation,
  phones: fields.phones,
  note: fields.note,
  learned: false,
  ...indexOf(fields),
})

/** New contacts whose addresses no other has; @returns their ids, in order */
export async function createContacts(tx: Transaction, accountId: string, all: ContactFields[]): Promise<string[]> {
  const made = all.map((fields) => ({ id: randomUUID(), fields }))
  const rows = made.flatMap(({ id, fields }) =>
    fields.addresses.map((address, position) => addressRow(accountId, id, fields.name, address, position)),
  )
  await tx.contact.createMany({ data: made.map(({ id, fields }) => ({ id, accountId, ...columns(fields) })) })
  await tx.contactAddress.createMany({ data: rows })
  const keys = rows.map(({ key }) => key)
  await tx.$executeRaw`
    DELETE FROM forgotten_addresses WHERE account_id = ${accountId}::uuid AND key = ANY (${keys}::text[])`
  return made.map(({ id }) => id)
}

/** False when there is no such contact. */
export async function changeContact(tx: Transaction, accountId: string, id: string, fields: ContactFields) {
  const data = { ...columns(fields), updatedAt: new Date() }
  const { count } = await tx.contact.updateMany({ where: { id, accountId }, data })
  if (count === 0) return false
  const rows = fields.addresses.map((address, position) => addressRow(accountId, id, fields.name, address, position))
  const keys = rows.map(({ key }) => key)
  await forget(tx, accountId, { contactId: id, NOT: { key: { in: keys } } })
  for (const { address, position, words, key } of rows) {
    await tx.contactAddress.upsert({
      where: { accountId_key: { accountId, key } },
      create: { accountId, contactId: id, key, address, position, words },
      update: { address, position, words },
    })
  }
  await tx.forgottenAddress.deleteMany({ where: { accountId, key: { in: keys } } })
  return true
}

type Which = { contactId: string | { in: string[] }; NOT?: { key: { in: string[] } } }

/** Takes addresses out, and remembers that they were. */
export async function forget(tx: Transaction, accountId: string, which: Which): Promise<void> {
  const where = { accountId, ...which }
  const gone = await tx.contactAddress.findMany({ where, select: { key: true } })
  await tx.contactAddress.deleteMany({ where })
  await tx.forgottenAddress.createMany({ data: gone.map(({ key }) => ({ accountId, key })), skipDuplicates: true })
}
