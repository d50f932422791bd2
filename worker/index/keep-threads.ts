import type { MailAccount } from '@/lib/auth/signed-in'
import { type AccountMark, keepConversations, keptConversations, keptMark } from '@/lib/db/kept-conversations'
import type { MailboxState } from '@/lib/mail/imap/account-state'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { nameMailboxes } from '@/lib/mail/imap/list-mailboxes'
import { selectMailbox } from '@/lib/mail/imap/select-mailbox'
import { packIndex, unpackIndex } from '@/lib/mail/thread/pack-index'
import { isCurrent, readIndex } from '@/lib/mail/thread/read-index'
import type { ThreadIndex } from '@/lib/mail/thread/thread-index'
import { readLinks, updateIndex, withLinks } from '@/lib/mail/thread/update-index'

/** Fewer are threaded as quickly as what is written down is read. */
const worthKeeping = 2_000
/** Whoever reads it catches up with as many changes in some milliseconds. */
const driftLimit = 200
/** While much changes, all of it is threaded anew each time: not more often than this. */
const restMilliseconds = 60_000

const markOf = (states: MailboxState[]): AccountMark => ({
  messages: states.reduce((sum, { messages }) => sum + messages, 0),
  uidNext: states.reduce((sum, { uidNext }) => sum + uidNext, 0),
})

/** Milliseconds until what is written down should be written anew; null when it is near enough to the mailboxes. */
async function dueIn(accountId: string, now: AccountMark): Promise<number | null> {
  const kept = await keptMark(accountId)
  if (kept === null) return 0
  const drift = Math.abs(kept.messages - now.messages) + Math.abs(kept.uidNext - now.uidNext)
  if (drift <= driftLimit) return null
  return Math.max(0, kept.writtenAt.getTime() + restMilliseconds - Date.now())
}

/** The conversations of the view that is selected, from those written down where that is possible. */
async function threadView(accountId: string, connection: ImapConnection, path: string): Promise<ThreadIndex | null> {
  const bytes = await keptConversations(accountId)
  const known = bytes && unpackIndex(bytes)
  if (known !== null && (await isCurrent(connection, known))) return known
  const updated = known && (await updateIndex(connection, known))
  if (updated !== null) return updated
  const read = await readIndex(connection, { path, kind: 'view' }, (work) => work(connection))
  return withLinks(read, await readLinks(connection))
}

/**
 * Writes the conversations of an account down when they have moved on from what is written, so that a web process that
 * knows nothing yet need not have all mail threaded while somebody waits.
 * @param states where the mailboxes stand
 * @returns milliseconds after which it wants to be called again, or null
 * @throws MailError of the connection
 */
export async function keepThreads(
  { accountId }: MailAccount,
  connection: ImapConnection,
  states: MailboxState[],
): Promise<number | null> {
  const mark = markOf(states)
  const due = mark.messages < worthKeeping ? null : await dueIn(accountId, mark)
  if (due !== 0) return due
  const all = (await nameMailboxes(connection)).find(({ use }) => use === 'all')
  if (all === undefined) return null
  await selectMailbox(connection, all.path)
  const index = await threadView(accountId, connection, all.path)
  // mail came in between
  if (index === null || index.columns.links === null) return restMilliseconds
  await keepConversations(accountId, mark, packIndex(index, index.columns.links))
  return null
}
