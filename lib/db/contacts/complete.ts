import { db } from '@/lib/db/client'
import { patternsOf } from '@/lib/db/contacts/words'

/** Addresses of contacts that every typed word begins a part of; those written to often and lately first. */
export function completeAddress(
  accountId: string,
  typed: string,
  limit: number,
): Promise<{ name: string; address: string }[]> {
  return db().$queryRaw`
    SELECT c.name, a.address FROM contact_addresses a JOIN contacts c ON c.id = a.contact_id
    WHERE a.account_id = ${accountId}::uuid AND a.words LIKE ALL (${patternsOf(typed)}::text[])
    ORDER BY a.heat DESC, a.position, a.key LIMIT ${limit}`
}

export type GroupMatch = { id: string; name: string; members: { name: string; address: string }[] }

/** Groups whose name has a word that begins so, by name, with whom they are made of; empty ones are not offered. */
export async function completeGroup(
  accountId: string,
  typed: string,
  limits: { groups: number; members: number },
): Promise<GroupMatch[]> {
  const words = patternsOf(typed)
  if (words.length === 0) return []
  const groups = await db().$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM contact_groups
    WHERE account_id = ${accountId}::uuid AND ' ' || key LIKE ALL (${words}::text[]) ORDER BY key LIMIT ${limits.groups}`
  const full = await Promise.all(
    groups.map(async (group) => ({ ...group, members: await groupAddresses(accountId, group.id, limits.members) })),
  )
  return full.filter(({ members }) => members.length > 0)
}

/** The first address of each member that has one, by name. */
export const groupAddresses = (
  accountId: string,
  groupId: string,
  limit: number,
): Promise<{ name: string; address: string }[]> =>
  db().$queryRaw`
    SELECT c.name, a.address FROM contact_group_members m
    JOIN contacts c ON c.id = m.contact_id JOIN contact_addresses a ON a.contact_id = c.id AND a.position = 0
    WHERE m.group_id = ${groupId}::uuid AND c.account_id = ${accountId}::uuid ORDER BY c.sort_key, c.id LIMIT ${limit}`

/** Domains one has written to or has contacts in, lower case. */
export async function contactDomains(accountId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ domain: string }[]>`
    SELECT DISTINCT split_part(key, '@', 2) AS domain FROM contact_addresses WHERE account_id = ${accountId}::uuid`
  return rows.map(({ domain }) => domain)
}

/** Of these addresses (lower case), those that are contacts, or were and are not to come back by old mail. */
export async function settledAddresses(accountId: string, keys: string[]): Promise<Set<string>> {
  const where = { accountId, key: { in: keys } }
  const [known, forgotten] = await Promise.all([
    db().contactAddress.findMany({ where, select: { key: true } }),
    db().forgottenAddress.findMany({ where, select: { key: true } }),
  ])
  return new Set([...known, ...forgotten].map(({ key }) => key))
}
