import type { MailAccount } from '@/lib/auth/signed-in'
import type { ContactList } from '@/lib/contract/contacts'
import { findColleagues } from '@/lib/db/accounts'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { toAddresses } from '@/lib/service/message-fields'
import { type Contact, matchContacts, rankContacts, type Use } from '@/lib/service/rank-contacts'
import { withMailbox } from '@/lib/service/with-mailbox'

const newest = 1_000
const offered = 8
const colleagueLimit = 500

type Known = { state: string; contacts: Contact[] }
const shared = globalThis as typeof globalThis & { waypostContacts?: RecentMap<Known> }
shared.waypostContacts ??= new RecentMap(500)
const kept = shared.waypostContacts

/**
 * People to write to: those of the newest 1,000 messages of Sent by use, then colleagues of the same domain.
 * Nothing is stored; what was read is kept until Sent changes.
 * @throws MailError of the connection
 */
export async function findContacts(account: MailAccount, typed: string): Promise<ContactList> {
  return { contacts: matchContacts(await contactsOf(account), typed, offered) }
}

/** Domains one has written to. @throws MailError of the connection */
export const knownDomains = async (account: MailAccount): Promise<string[]> =>
  (await contactsOf(account)).map(({ address }) => address.slice(address.lastIndexOf('@') + 1).toLowerCase())

async function contactsOf(account: MailAccount): Promise<Contact[]> {
  const sent = await mailboxById(account, 'sent')
  return withMailbox(account, sent.path, async (imap) => {
    const { exists, uidValidity, uidNext } = imap.mailbox || { exists: 0, uidValidity: 0n, uidNext: 0 }
    const state = `${uidValidity} ${uidNext} ${exists}`
    const known = kept.get(account.address)
    if (known?.state === state) return known.contacts
    const range = `${Math.max(1, exists - newest + 1)}:${exists}`
    const items = exists === 0 ? [] : await fetchItems(imap, range, ['UID', 'INTERNALDATE', 'ENVELOPE'], 'sequence')
    const uses = items.flatMap(({ envelope, arrival }) =>
      toAddresses([...(envelope?.to ?? []), ...(envelope?.cc ?? []), ...(envelope?.bcc ?? [])]).map((address) => ({
        ...address,
        date: arrival ?? new Date(0),
      })),
    )
    const contacts = await withColleagues(account, uses)
    kept.set(account.address, { state, contacts })
    return contacts
  })
}

/** Colleagues count as written to before everything else ever was. */
async function withColleagues(account: MailAccount, uses: Use[]): Promise<Contact[]> {
  const domain = account.address.slice(account.address.lastIndexOf('@') + 1)
  const colleagues = await findColleagues(domain, colleagueLimit)
  const others = colleagues
    .filter(({ address }) => address !== account.address)
    .map(({ address, displayName }) => ({ address, name: displayName, date: new Date(0) }))
  const usable = uses.filter(({ address }) => /^[^@\s]+@[^@\s]+$/.test(address))
  return rankContacts([...usable, ...others], new Date())
}
