import type { MailAccount } from '@/lib/auth/signed-in'
import { findMailAccount, isAlias, isOwnDomain } from '@/lib/db/accounts'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { readQuota } from '@/lib/service/list-mailboxes'

const minuteMs = 60_000
const asksAMinute = 60
const asked = new RecentMap<{ since: number; count: number }>(5_000)

/**
 * Harvesting: whoever can send learns from the answer to RCPT TO which mailboxes there are, so this tells a signed-in person
 * nothing new. It must only not be quicker: sixty addresses a minute, then it says nothing.
 */
function mayAsk(account: MailAccount): boolean {
  const now = Date.now()
  const known = asked.get(account.accountId)
  const window = known === undefined || now - known.since > minuteMs ? { since: now, count: 0 } : known
  window.count += 1
  asked.set(account.accountId, window)
  return window.count <= asksAMinute
}

/** What is wrong with an address of a domain of ours; `null` for nothing; `elsewhere` for another domain's. */
export async function localMailbox(
  account: MailAccount,
  address: string,
): Promise<'no-such-mailbox' | 'mailbox-full' | 'elsewhere' | null> {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  if (!(await isOwnDomain(domain))) return 'elsewhere'
  if (!mayAsk(account)) return null
  const plain = address.replace(/^([^+@]+)\+[^@]+@/, '$1@')
  if ((await isAlias(address)) || (await isAlias(plain))) return null
  const owner = await findMailAccount(plain)
  if (owner === null) return 'no-such-mailbox'
  const quota = await readQuota(owner).catch(() => null)
  return quota !== null && quota.limitBytes > 0 && quota.usedBytes >= quota.limitBytes ? 'mailbox-full' : null
}
