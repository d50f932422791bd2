import type { MailAccount } from '@/lib/auth/signed-in'
import { filterSetSchema } from '@/lib/contract/filters'
import type { RecipientProblem, RecipientsChecked } from '@/lib/contract/recipients'
import { ownDomains } from '@/lib/db/accounts'
import { findFilterRow } from '@/lib/db/filters'
import { parseMailAddress } from '@/lib/mail/mime/mail-address'
import { knownDomains } from '@/lib/service/contacts/complete-recipient'
import { localMailbox } from '@/lib/service/recipients/local-mailbox'
import { nearDomain } from '@/lib/service/recipients/near-domain'
import { takesMail } from '@/lib/service/recipients/takes-mail'

/** The person is waiting for Send: what is not known by then is not said. */
const patienceMs = 2_000

/** What sending to these addresses would meet, as far as it can be known beforehand. Never throws for one of them. */
export async function checkRecipients(account: MailAccount, addresses: string[]): Promise<RecipientsChecked> {
  const known = new Set([...(await ownDomains()), ...(await knownDomains(account).catch(() => []))])
  const usable = [...new Set(addresses)].flatMap((typed) => {
    const parsed = parseMailAddress(typed.trim())
    return parsed.ok ? [{ typed, address: parsed.address.toLowerCase() }] : []
  })
  const [found, row] = await Promise.all([
    Promise.all(usable.map((one) => inTime(check(account, one, known)))),
    findFilterRow(account.accountId),
  ])
  return { problems: found.flatMap((problem) => problem ?? []), away: isAway(row?.rules) }
}

async function check(
  account: MailAccount,
  { typed, address }: { typed: string; address: string },
  known: Set<string>,
): Promise<RecipientProblem | null> {
  const local = await localMailbox(account, address)
  if (local !== 'elsewhere') return local && { address: typed, problem: local, suggestion: null }
  const [name, domain = ''] = [address.slice(0, address.lastIndexOf('@')), address.slice(address.lastIndexOf('@') + 1)]
  const near = nearDomain(domain, known)
  const suggestion = near === null ? null : `${name}@${near}`
  if ((await takesMail(domain)) === false) return { address: typed, problem: 'no-mail-server', suggestion }
  return suggestion === null ? null : { address: typed, problem: 'did-you-mean', suggestion }
}

const inTime = <T>(work: Promise<T>): Promise<T | null> =>
  Promise.race([
    work.catch(() => null),
    new Promise<null>((resolve) => {
      setTimeout(resolve, patienceMs, null).unref()
    }),
  ])

/** Whether the vacation answer goes out now. */
function isAway(rules: unknown): boolean {
  const set = filterSetSchema.safeParse(rules)
  if (!set.success || !set.data.vacation.enabled) return false
  const { begins, ends } = set.data.vacation
  const now = new Date().toISOString()
  return (begins === null || begins <= now) && (ends === null || now < ends)
}
