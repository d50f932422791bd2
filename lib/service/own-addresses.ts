import type { MailAccount } from '@/lib/auth/signed-in'
import { findAliasesOf } from '@/lib/db/accounts'
import { RecentMap } from '@/lib/mail/imap/recent-map'

const freshMilliseconds = 60_000
const known = new RecentMap<{ addresses: Set<string>; readAt: number }>(5_000)

/** The account's address and its aliases, lower case. New aliases count within a minute. */
export async function ownAddresses(account: MailAccount): Promise<Set<string>> {
  const kept = known.get(account.address)
  if (kept !== undefined && Date.now() - kept.readAt < freshMilliseconds) return kept.addresses
  const aliases = await findAliasesOf(account.address)
  const addresses = new Set([account.address, ...aliases].map((address) => address.toLowerCase()))
  known.set(account.address, { addresses, readAt: Date.now() })
  return addresses
}
