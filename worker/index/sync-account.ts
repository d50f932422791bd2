import type { MailAccount } from '@/lib/auth/signed-in'
import { changedMailboxes, settleChanges } from '@/lib/db/word-index/changes'
import { beginMailbox, dropMailboxes, type IndexedMailbox, indexedMailboxes } from '@/lib/db/word-index/mailboxes'
import { dropUnplaced } from '@/lib/db/word-index/places'
import { type MailboxState, mailboxStates } from '@/lib/mail/imap/account-state'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type Budget, syncMailbox } from '@/worker/index/sync-mailbox'

/** Messages of nowhere that one turn drops. */
const dropLimit = 2_000

const isCurrent = (known: IndexedMailbox, state: MailboxState) =>
  known.complete && known.uidNext === state.uidNext && known.messages === state.messages

/** Pairs every mailbox of the server with what the index knows of it; new ones are taken up, so that all are counted. */
async function takeUp(accountId: string, states: MailboxState[], known: IndexedMailbox[]) {
  const byPath = new Map(known.map((mailbox) => [mailbox.path, mailbox]))
  const pairs: { mailbox: IndexedMailbox; state: MailboxState }[] = []
  for (const state of states) {
    const indexed = byPath.get(state.path)
    const fits = indexed !== undefined && indexed.uidValidity === state.uidValidity
    pairs.push({ mailbox: fits ? indexed : await beginMailbox(accountId, state), state })
  }
  return pairs
}

/** How many messages one turn may read, and for how long; a few are read in any case, so that each turn gets on. */
export type TurnLimit = { messages: number; milliseconds: number }

/** What one turn did, and where the mailboxes stood when it began. `more`: the account needs another. */
export type Turn = { read: number; more: boolean; states: MailboxState[] }

/**
 * Brings the index of an account one turn nearer to what the server holds. It compares, so it needs no memory of what
 * happened: it may be cut off anywhere and mends whatever it finds.
 * @throws MailError of the connection
 */
export async function syncAccount(account: MailAccount, connection: ImapConnection, limit: TurnLimit): Promise<Turn> {
  const { accountId, address } = account
  const changes = await changedMailboxes(address)
  const states = await mailboxStates(connection)
  const known = await indexedMailboxes(accountId)
  const budget: Budget = { left: limit.messages, until: performance.now() + limit.milliseconds, read: 0 }
  const pairs = (await takeUp(accountId, states, known)).filter(({ mailbox, state }) => !isCurrent(mailbox, state))
  // what is nearly complete first: new mail does not wait for an old mailbox to fill
  pairs.sort((a, b) => Number(b.mailbox.complete) - Number(a.mailbox.complete))
  let more = false
  for (const { mailbox, state } of pairs) {
    if (!(await syncMailbox(account, connection, mailbox, state, budget))) more = true
  }
  const paths = new Set(states.map(({ path }) => path))
  const gone = known.filter(({ path }) => !paths.has(path))
  if (gone.length > 0) await dropMailboxes(gone.map(({ id }) => id))
  // Last: a message that left one mailbox may be on its way into another, and then its words are kept.
  if (!more && pairs.length + gone.length > 0) more = (await dropUnplaced(accountId, dropLimit)) === dropLimit
  if (!more) await settleChanges(address, changes)
  return { read: budget.read, more, states }
}
