import { db } from '@/lib/db/client'
import { patternsOf } from '@/lib/db/contacts/words'

export type ContactRow = { id: string; name: string; organisation: string; address: string; phone: string }
export type ContactsWanted = { q: string; group: string | null; offset: number; limit: number }

/** A window of the contacts found, by name, and how many there are. */
export async function listContacts(
  accountId: string,
  { q, group, offset, limit }: ContactsWanted,
): Promise<{ total: number; rows: ContactRow[] }> {
  const words = patternsOf(q)
  const rows = await db().$queryRaw<ContactRow[]>`
    SELECT c.id, c.name, c.organisation, coalesce(a.address, '') AS address, coalesce(c.phones[1], '') AS phone
    FROM contacts c LEFT JOIN contact_addresses a ON a.contact_id = c.id AND a.position = 0
    WHERE c.account_id = ${accountId}::uuid AND c.words LIKE ALL (${words}::text[])
      AND (${group}::uuid IS NULL OR EXISTS (
        SELECT 1 FROM contact_group_members m WHERE m.group_id = ${group}::uuid AND m.contact_id = c.id))
    ORDER BY c.sort_key, c.id OFFSET ${offset} LIMIT ${limit}`
  const [count] = await db().$queryRaw<{ total: bigint }[]>`
    SELECT count(*) AS total FROM contacts c
    WHERE c.account_id = ${accountId}::uuid AND c.words LIKE ALL (${words}::text[])
      AND (${group}::uuid IS NULL OR EXISTS (
        SELECT 1 FROM contact_group_members m WHERE m.group_id = ${group}::uuid AND m.contact_id = c.id))`
  return { total: Number(count?.total ?? 0), rows }
}

export const countContacts = (accountId: string): Promise<number> => db().contact.count({ where: { accountId } })

/** What a contact says of itself, apart from its addresses. */
export const ownFields = {
  id: true,
  name: true,
  organisation: true,
  phones: true,
  note: true,
  learned: true,
} as const

export const fullContact = {
  ...ownFields,
  addresses: { select: { address: true, uses: true, lastUsedAt: true }, orderBy: { position: 'asc' } },
  groups: { select: { group: { select: { id: true, name: true } } }, orderBy: { group: { key: 'asc' } } },
} as const

/** Null when the account has no such contact. */
export const findContact = (accountId: string, id: string) =>
  db().contact.findFirst({ where: { id, accountId }, select: fullContact })
export type FullContact = NonNullable<Awaited<ReturnType<typeof findContact>>>

/** Id of the contact that has this address; null for none. */
export async function findContactOf(accountId: string, address: string): Promise<string | null> {
  const where = { accountId_key: { accountId, key: address.toLowerCase() } }
  return (await db().contactAddress.findUnique({ where, select: { contactId: true } }))?.contactId ?? null
}

/** Every contact of the account, or those of a group or of these ids; by name, with all they have. */
export const findContacts = (
  accountId: string,
  { group, ids }: { group?: string; ids?: string[] },
): Promise<FullContact[]> =>
  db().contact.findMany({
    where: {
      accountId,
      ...(ids && { id: { in: ids } }),
      ...(group && { groups: { some: { groupId: group } } }),
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: fullContact,
  })
