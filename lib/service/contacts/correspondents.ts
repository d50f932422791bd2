import type { MailAccount } from '@/lib/auth/signed-in'
import type { Address } from '@/lib/contract/address'
import { findColleagues, stateOfDomain } from '@/lib/db/accounts'
import { settledAddresses } from '@/lib/db/contacts/complete'
import { isFoundBy, wordsOf } from '@/lib/db/contacts/words'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { learnedOf, type Use } from '@/lib/service/contacts/learned-of'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { toAddresses } from '@/lib/service/message-fields'
import { withMailbox } from '@/lib/service/with-mailbox'

const newest = 1_000
const colleagueLimit = 20_000
/** A new name of a colleague is known after this; a new colleague at once. */
const colleaguesKeptMs = 60_000

type Known = { uidValidity: bigint; uidNext: number; uses: Use[] }
type Colleagues = { state: string; at: number; uses: (Use & { words: string })[] }
const shared = globalThis as typeof globalThis & {
  waypostSenders?: RecentMap<Known>
  waypostColleagues?: RecentMap<Colleagues>
}
shared.waypostSenders ??= new RecentMap(200)
shared.waypostColleagues ??= new RecentMap(10)
const kept = shared.waypostSenders
const colleagues = shared.waypostColleagues

/** Who wrote the newest 1,000 messages of the inbox. Kept in memory; only what arrived since is read. */
async function sendersOf(account: MailAccount): Promise<Use[]> {
  const { path } = await mailboxById(account, 'inbox')
  return withMailbox(account, path, async (connection) => {
    const { exists, uidValidity } = connection.mailbox || { exists: 0, uidValidity: 0n }
    const before = kept.get(account.address)
    const known = before?.uidValidity === uidValidity ? before : { uidValidity, uidNext: 1, uses: [] }
    if (exists === 0) return known.uses
    const first = known.uidNext === 1
    const range = first ? `${Math.max(1, exists - newest + 1)}:*` : `${known.uidNext}:*`
    const items = await fetchItems(connection, range, ['UID', 'INTERNALDATE', 'ENVELOPE'], first ? 'sequence' : 'uid')
    const fresh = items.filter(({ uid }) => uid >= known.uidNext)
    const uses = fresh.flatMap(({ envelope, arrival }) =>
      toAddresses(envelope?.from).map((from) => ({ ...from, date: arrival ?? new Date(0) })),
    )
    const uidNext = fresh.reduce((most, { uid }) => Math.max(most, uid + 1), known.uidNext)
    const all = [...known.uses, ...uses].slice(-newest)
    kept.set(account.address, { uidValidity, uidNext, uses: all })
    return all
  })
}

/** Those of the own domain that are found by `typed`. They count as having written before everybody else did. */
async function colleaguesOf({ address: own }: MailAccount, typed: string): Promise<Use[]> {
  const domain = own.slice(own.lastIndexOf('@') + 1)
  const state = await stateOfDomain(domain)
  let known = colleagues.get(domain)
  if (known?.state !== state || Date.now() - known.at > colleaguesKeptMs) {
    const uses = (await findColleagues(domain, colleagueLimit)).map(({ address, displayName: name }) => {
      return { address, name, date: new Date(0), words: wordsOf([name], [address]) }
    })
    known = { state, at: Date.now(), uses }
    colleagues.set(domain, known)
  }
  return known.uses.filter(({ words }) => isFoundBy(words, typed))
}

/**
 * People who are no contacts: who wrote often and lately, then colleagues of the same domain; those that a person took out of
 * the contacts are left out.
 * @throws MailError of the connection
 */
export async function findCorrespondents(account: MailAccount, typed: string, limit: number): Promise<Address[]> {
  const uses = [...(await sendersOf(account)), ...(await colleaguesOf(account, typed))]
  const found = learnedOf(uses)
    .filter(({ name, key }) => key !== account.address && isFoundBy(wordsOf([name], [key]), typed))
    .sort((a, b) => b.heat - a.heat || a.key.localeCompare(b.key))
  const keys = found.map(({ key }) => key)
  const settled = await settledAddresses(account.accountId, keys)
  return found
    .filter(({ key }) => !settled.has(key))
    .slice(0, limit)
    .map(({ name, address }) => ({ name, address }))
}
