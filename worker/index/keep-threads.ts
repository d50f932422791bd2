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
/** While much changes it is not written again and again: only after this time, or when this part of the mail changed. */
const restMilliseconds = 10 * 60_000
const muchOfIt = 0.25

const markOf = (states: MailboxState[]): AccountMark => ({
  messages: states.reduce((sum, { messages }) => sum + messages, 0),
  uidNext: states.reduce((sum, { uidNext }) => sum + uidNext, 0),
})

/** Whether what is written down is near enough to where the mailboxes stand. */
async function isEnough(accountId: string, now: AccountMark): Promise<boolean> {
  const kept = await keptMark(accountId)
  if (kept === null) return false
  const drift = Math.abs(kept.messages - now.messages) + Math.abs(kept.uidNext - now.uidNext)
  const isFresh = Date.now() - kept.writtenAt.getTime() < restMilliseconds
  return drift <= (isFresh ? Math.max(driftLimit, now.messages * muchOfIt) : driftLimit)
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
 * @throws MailError of the connection
 */
export async function keepThreads(
  { accountId }: MailAccount,
  connection: ImapConnection,
  states: MailboxState[],
): Promise<void> {
  const mark = markOf(states)
  if (mark.messages < worthKeeping || (await isEnough(accountId, mark))) return
  const all = (await nameMailboxes(connection)).find(({ use }) => use === 'all')
  if (all === undefined) return
  await selectMailbox(connection, all.path)
  const index = await threadView(accountId, connection, all.path)
  // mail that came in between: the next turn sees to it
  if (index === null || index.columns.links === null) return
  await keepConversations(accountId, mark, packIndex(index, index.columns.links))
}
