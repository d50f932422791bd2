import type { MailAccount } from '@/lib/auth/signed-in'
import { db } from '@/lib/db/client'

/** What sign-in needs of an account; null when there is none of that address. Inactive ones are given too. */
export function findCredentials(address: string) {
  return db().account.findUnique({
    where: { address },
    select: { id: true, address: true, displayName: true, admin: true, active: true, passwordHash: true },
  })
}

/** Changes with every account that a domain gets or loses. */
export async function stateOfDomain(domainName: string): Promise<string> {
  const where = { domainName, active: true }
  const { _count, _max } = await db().account.aggregate({ where, _count: true, _max: { createdAt: true } })
  return `${_count} ${_max.createdAt?.toISOString() ?? ''}`
}

/** Colleagues: active accounts of one domain by address, at most `limit`. */
export function findColleagues(domainName: string, limit: number) {
  return db().account.findMany({
    where: { domainName, active: true },
    select: { address: true, displayName: true },
    orderBy: { address: 'asc' },
    take: limit,
  })
}

/** Addresses that deliver to this one alone, so that mail to them counts as mail to oneself. */
export async function findAliasesOf(address: string): Promise<string[]> {
  const rows = await db().alias.findMany({ where: { target: address }, select: { address: true }, take: 200 })
  return rows.map((row) => row.address)
}

/** Every domain of this mail system. */
export async function ownDomains(): Promise<string[]> {
  return (await db().domain.findMany({ select: { name: true }, take: 1_000 })).map(({ name }) => name)
}

export const isOwnDomain = async (name: string): Promise<boolean> =>
  (await db().domain.findUnique({ where: { name }, select: { name: true } })) !== null

/** Whether the address stands for others. */
export const isAlias = async (address: string): Promise<boolean> =>
  (await db().alias.findFirst({ where: { address }, select: { address: true } })) !== null

/** Addresses of every active account. */
export async function activeAddresses(): Promise<string[]> {
  const rows = await db().account.findMany({ where: { active: true }, select: { address: true } })
  return rows.map(({ address }) => address)
}

const withHost = {
  id: true,
  address: true,
  displayName: true,
  domain: { select: { host: true } },
} as const

/** An active account by address with its mail host, for work done in its name while nobody is signed in; or null. */
export async function findMailAccount(address: string): Promise<MailAccount | null> {
  const row = await db().account.findFirst({ where: { address, active: true }, select: withHost })
  return row && { accountId: row.id, address: row.address, displayName: row.displayName, host: row.domain.host }
}

/** The same by id. */
export async function findMailAccountById(id: string): Promise<MailAccount | null> {
  const row = await db().account.findFirst({ where: { id, active: true }, select: withHost })
  return row && { accountId: row.id, address: row.address, displayName: row.displayName, host: row.domain.host }
}

/** The domains whose mailboxes are on a mail host. */
export async function listDomainsOf(hostId: string): Promise<string[]> {
  return (await db().domain.findMany({ where: { hostId }, select: { name: true } })).map(({ name }) => name)
}
