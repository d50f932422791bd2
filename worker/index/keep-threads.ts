import type { MailAccount } from '@/lib/auth/signed-in'
import { type AccountMark, keepConversations, keptConversations, keptMark } from '@/lib/db/kept-conversations'
import type { MailboxState } from '@/lib/mail/imap/account-state'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { nameMailboxes } from '@/lib/mail/imap/list-mailboxes'
import { selectMailbox } from '@/lib/mail/imap/select-mailbox'
import { bringUpToDate } from '@/lib/mail/thread/bring-up-to-date'
import { packIndex, unpackIndex } from '@/lib/mail/thread/pack-index'

/** Fewer are threaded as quickly as what is written down is read. */
const worthKeeping = 2_000
/** Whoever reads it catches up with as many changes in some milliseconds. */
const driftLimit = 200
/** While much changes, all of it is threaded anew each time: not more often than this. */
const restMilliseconds = 15_000

const markOf = (states: MailboxState[]): AccountMark => ({
  messages: states.reduce((sum, { messages }) => sum + messages, 0),
  uidNext: states.reduce((sum, { uidNext }) => sum + uidNext, 0),
})

/**
 * Milliseconds until the conversations of an account should be written down anew; null when what is written is near
 * enough to where its mailboxes stand.
 */
export async function threadsDueIn(accountId: string, states: MailboxState[]): Promise<number | null> {
  const now = markOf(states)
  if (now.messages < worthKeeping) return null
  const kept = await keptMark(accountId)
  if (kept === null) return 0
  const drift = Math.abs(kept.messages - now.messages) + Math.abs(kept.uidNext - now.uidNext)
  if (drift <= driftLimit) return null
  return Math.max(0, kept.writtenAt.getTime() + restMilliseconds - Date.now())
}

/**
 * Writes the conversations of an account down, so that a web process that knows nothing yet need not have all mail
 * threaded while somebody waits. False when mail came in between, which leaves it undone.
 * @param states where the mailboxes stood before
 * @throws MailError of the connection
 */
export async function keepThreads(
  { accountId }: MailAccount,
  connection: ImapConnection,
  states: MailboxState[],
): Promise<boolean> {
  const all = (await nameMailboxes(connection)).find(({ use }) => use === 'all')
  if (all === undefined) return true
  await selectMailbox(connection, all.path)
  const bytes = await keptConversations(accountId)
  const index = await bringUpToDate(connection, { path: all.path, kind: 'view' }, bytes && unpackIndex(bytes), {
    lendSecond: (work) => work(connection),
    linkLimit: Number.POSITIVE_INFINITY,
  })
  const { links } = index.columns
  if (links === null) return false
  await keepConversations(accountId, markOf(states), packIndex(index, links))
  return true
}
