import { db } from '@/lib/db/client'
import { groupKey } from '@/lib/db/contacts/groups'
import { type FullContact, fullContact } from '@/lib/db/contacts/list'
import { changeContact, createContacts } from '@/lib/db/contacts/save'
import { type ContactFields, changeContacts, contactLimit, type Transaction } from '@/lib/db/contacts/write'

/** What is looked up before an import: contacts with these addresses (lower case), and all that have none. */
export type Sought = { keys: string[]; withoutAddress: boolean }
/** A contact as an import leaves it; `groups` are names. */
export type Planned = ContactFields & { id: string | null; groups: string[] }
export type Known = { contacts: FullContact[]; room: number }

/** What an import has to know: contacts it may add to, and for how many new ones there is room. */
export async function findKnown(
  accountId: string,
  { keys, withoutAddress }: Sought,
  tx: Transaction = db(),
): Promise<Known> {
  const holders = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT contact_id AS id FROM contact_addresses WHERE account_id = ${accountId}::uuid AND key = ANY (${keys}::text[])`
  const contacts = [
    ...(await tx.contact.findMany({ where: { id: { in: holders.map(({ id }) => id) } }, select: fullContact })),
    ...(withoutAddress
      ? await tx.contact.findMany({ where: { accountId, addresses: { none: {} } }, select: fullContact })
      : []),
  ]
  return { contacts, room: contactLimit - (await tx.contact.count({ where: { accountId } })) }
}

/** Writes what `plan` makes of what is there, all of it or nothing. */
export const importContacts = <P extends { write: Planned[] }>(
  accountId: string,
  sought: Sought,
  plan: (known: Known) => P,
): Promise<P> =>
  changeContacts(accountId, async (tx) => {
    const planned = plan(await findKnown(accountId, sought, tx))
    const { write } = planned
    const fresh = write.filter(({ id }) => id === null)
    const ids = await createContacts(tx, accountId, fresh)
    for (const { id, ...fields } of write) if (id !== null) await changeContact(tx, accountId, id, fields)
    const placed = fresh.map((one, index) => ({ ...one, id: ids[index] ?? '' }))
    await joinGroups(tx, accountId, [...placed, ...write.filter(({ id }) => id !== null)])
    return planned
  })

/** Puts contacts into the groups named, which are made where they are missing. */
async function joinGroups(tx: Transaction, accountId: string, contacts: Planned[]): Promise<void> {
  const names = new Map(contacts.flatMap(({ groups }) => groups.map((name) => [groupKey(name), name])))
  const keys = [...names.keys()]
  const data = [...names].map(([key, name]) => ({ accountId, key, name }))
  await tx.contactGroup.createMany({ data, skipDuplicates: true })
  const rows = await tx.contactGroup.findMany({ where: { accountId, key: { in: keys } } })
  const ids = new Map(rows.map(({ key, id }) => [key, id]))
  const members = contacts.flatMap(({ id, groups }) =>
    groups.flatMap((name) => {
      const groupId = ids.get(groupKey(name))
      return groupId === undefined || id === null ? [] : [{ groupId, contactId: id }]
    }),
  )
  await tx.contactGroupMember.createMany({ data: members, skipDuplicates: true })
}
