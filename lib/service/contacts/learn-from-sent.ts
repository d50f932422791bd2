import type { MailAccount } from '@/lib/auth/signed-in'
import { findSentPlace, learnAddresses, learnSent, type SentPlace } from '@/lib/db/contacts/learn'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type FetchedItems, fetchItems } from '@/lib/mail/imap/fetch-items'
import { learnedOf, type Use } from '@/lib/service/contacts/learned-of'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { toAddresses } from '@/lib/service/message-fields'
import { withMailbox } from '@/lib/service/with-mailbox'

/** More than these are not read at once: what is older says little about whom one writes to. */
const newest = 1_000

/** To whom a message went, and when; a date in the future would outrank all others for long. */
function usesOf({ envelope, arrival }: FetchedItems, now: Date): Use[] {
  // what is no date stays the text it is
  const said = envelope?.date instanceof Date ? envelope.date : (arrival ?? new Date(0))
  const date = said > now ? now : said
  const to = [...(envelope?.to ?? []), ...(envelope?.cc ?? []), ...(envelope?.bcc ?? [])]
  return toAddresses(to).map((address) => ({ ...address, date }))
}

async function readFrom(connection: ImapConnection, from: SentPlace | null): Promise<FetchedItems[]> {
  const { exists, uidValidity, uidNext } = connection.mailbox || { exists: 0, uidValidity: 0n, uidNext: 0 }
  if (exists === 0) return []
  const known = from?.uidValidity === uidValidity ? Number(from.uidNext) : 0
  const few = known > 0 && uidNext - known <= newest
  const range = few ? `${known}:*` : `${Math.max(1, exists - newest + 1)}:*`
  const items = await fetchItems(connection, range, ['UID', 'INTERNALDATE', 'ENVELOPE'], few ? 'uid' : 'sequence')
  // `n:*` has the last message even when it is older than n (RFC 3501 section 6.4.8)
  const later = items.filter(({ uid }) => uid >= known)
  // numbered anew: nothing tells what was read before but its date
  return from === null || known > 0
    ? later
    : later.filter(({ arrival }) => (arrival ?? from.learnedAt) > from.learnedAt)
}

/**
 * Learns contacts and how they are used from what is new in Sent (To, Cc and Bcc), each message once, whatever program
 * put it there. What is read of Sent the first time is its newest 1,000 messages.
 * @throws MailError of the connection
 */
export async function learnFromSent(account: MailAccount): Promise<void> {
  const { path } = await mailboxById(account, 'sent')
  const from = await findSentPlace(account.accountId)
  const now = new Date()
  const read = await withMailbox(account, path, async (connection) => {
    const items = await readFrom(connection, from)
    return { items, uidValidity: connection.mailbox === false ? 0n : connection.mailbox.uidValidity }
  })
  const same = from?.uidValidity === read.uidValidity
  if (same && read.items.length === 0) return
  const next = read.items.reduce((most, { uid }) => Math.max(most, uid + 1), same ? Number(from.uidNext) : 1)
  const to = { uidValidity: read.uidValidity, uidNext: BigInt(next), learnedAt: now }
  await learnSent(account.accountId, learnedOf(read.items.flatMap((item) => usesOf(item, now))), from, to)
}

/** The same the first time only: for who asks for contacts before anything was sent from here. */
export async function learnAtFirst(account: MailAccount): Promise<void> {
  if ((await findSentPlace(account.accountId)) === null) await learnFromSent(account)
}

/** For a message of which no copy was kept: nothing is known of those it went to but their addresses. */
export async function learnRecipients({ accountId }: MailAccount, addresses: string[]): Promise<void> {
  const date = new Date()
  await learnAddresses(accountId, learnedOf(addresses.map((address) => ({ name: '', address, date }))))
}
