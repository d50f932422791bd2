import type { MailAccount } from '@/lib/auth/signed-in'
import { type IndexedMailbox, noteMailbox } from '@/lib/db/word-index/mailboxes'
import { comparePlaces, countPlaces, placeKnown, type ReadMessage, storeMessages } from '@/lib/db/word-index/places'
import { log } from '@/lib/log'
import { MailError } from '@/lib/mail/errors'
import type { MailboxState } from '@/lib/mail/imap/account-state'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { examineMailbox } from '@/lib/mail/imap/examine-mailbox'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { inChunks } from '@/lib/mail/imap/in-chunks'
import { atom, searchUidSet } from '@/lib/mail/imap/search-uid-set'
import { type Range, rangesOf, toUidSet } from '@/lib/mail/imap/uid-set'
import { readMessages } from '@/worker/index/read-messages'

/** How many messages may still be read in this turn, until when (by `performance.now()`), and how many were. */
export type Budget = { left: number; until: number; read: number }

const batch = 250
/** Messages that only moved cost next to nothing: so many may be looked at for each one that may be read. */
const movedPerRead = 10
const lookedAtOnce = 2_500

/** The newest `limit` UIDs of the runs, newest first. */
function newestOf(runs: Range[], limit: number): number[] {
  const uids: number[] = []
  for (const [first, last] of runs.toReversed()) {
    for (let uid = last; uid >= first && uids.length < limit; uid--) uids.push(uid)
  }
  return uids
}

/** A message that PostgreSQL does not take is kept without words, so that it stops neither the others nor itself. */
async function store(account: MailAccount, mailbox: IndexedMailbox, messages: ReadMessage[]): Promise<void> {
  try {
    await storeMessages(account.accountId, mailbox.id, messages)
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    // 22: the data, 54: a limit; all else is not the messages' fault
    if (!/^(22|54)/.test(code)) throw error
    const [only] = messages
    if (messages.length === 1 && only !== undefined) {
      log.warn({ err: error, account: account.accountId, uid: only.uid }, 'a message is in the index without its words')
      return storeMessages(account.accountId, mailbox.id, [{ ...only, words: '', fileTries: 0 }])
    }
    for (const message of messages) await store(account, mailbox, [message])
  }
}

type Seen = { uid: number; guid: string }

/** A message the server cannot give is kept by its place alone; halving finds it, and the others are read. */
async function readSafely(connection: ImapConnection, seen: Seen[]): Promise<ReadMessage[]> {
  try {
    return await readMessages(
      connection,
      seen.map(({ uid }) => uid),
    )
  } catch (error) {
    const refused = error instanceof MailError && error.code === 'imap-refused' && connection.usable
    if (!refused) throw error
    const [only] = seen
    if (seen.length > 1 || only === undefined) {
      const half = Math.ceil(seen.length / 2)
      const first = await readSafely(connection, seen.slice(0, half))
      return [...first, ...(await readSafely(connection, seen.slice(half)))]
    }
    log.warn({ err: error, uid: only.uid }, 'the server cannot give a message')
    return [{ ...only, arrived: new Date(0), size: 0, attached: false, shape: '', fileTries: 0, words: '' }]
  }
}

/** Reads messages in batches, the next one while the last one is being stored, until the turn is over; says how many. */
async function readAll(
  account: MailAccount,
  connection: ImapConnection,
  mailbox: IndexedMailbox,
  seen: Seen[],
  { until }: Budget,
): Promise<number> {
  let storing: Promise<void> = Promise.resolve()
  let start = 0
  for (; start < seen.length && (start === 0 || performance.now() < until); start += batch) {
    const messages = await readSafely(connection, seen.slice(start, start + batch))
    await storing
    storing = store(account, mailbox, messages)
    // looked at by the next round; a fault in between is not to end the process
    storing.catch(() => undefined)
  }
  await storing
  return Math.min(start, seen.length)
}

/** Takes in messages the mailbox has and the index does not know there; false when not all of them. */
async function takeIn(
  account: MailAccount,
  connection: ImapConnection,
  mailbox: IndexedMailbox,
  missing: Range[],
  budget: Budget,
): Promise<boolean> {
  const total = missing.reduce((sum, [first, last]) => sum + last - first + 1, 0)
  const looked = newestOf(missing, Math.max(0, budget.left) * movedPerRead)
  for (let start = 0; start < looked.length; start += lookedAtOnce) {
    if (start > 0 && performance.now() > budget.until) return false
    const some = looked.slice(start, start + lookedAtOnce)
    const seen = await inChunks(some, (few) => fetchItems(connection, toUidSet(few), ['UID', 'X-GUID'], 'uid'))
    const unknown = await placeKnown(account.accountId, mailbox.id, seen.flat())
    const chosen = unknown.sort((a, b) => b.uid - a.uid).slice(0, budget.left)
    const read = await readAll(account, connection, mailbox, chosen, budget)
    budget.left -= read
    budget.read += read
    if (read < unknown.length) return false
  }
  return looked.length === total
}

/** Whether the arrivals are all that changed: then the rest need not be compared. */
async function takeArrivals(
  account: MailAccount,
  connection: ImapConnection,
  mailbox: IndexedMailbox,
  state: MailboxState,
  budget: Budget,
): Promise<boolean> {
  if (!mailbox.complete || state.uidNext - mailbox.uidNext > budget.left) return false
  if (state.uidNext > mailbox.uidNext) {
    const arrived: Range[] = [[mailbox.uidNext, state.uidNext - 1]]
    if (!(await takeIn(account, connection, mailbox, arrived, budget))) return false
  }
  return (await countPlaces(mailbox.id)) === state.messages
}

/**
 * Brings a mailbox of the index up to what the server holds; false when the turn is over before that.
 * @throws MailError of the connection
 */
export async function syncMailbox(
  account: MailAccount,
  connection: ImapConnection,
  mailbox: IndexedMailbox,
  state: MailboxState,
  budget: Budget,
): Promise<boolean> {
  try {
    const { uidValidity } = await examineMailbox(connection, mailbox.path)
    if (uidValidity !== mailbox.uidValidity) return false
    let done = await takeArrivals(account, connection, mailbox, state, budget)
    if (!done) {
      const missing = await comparePlaces(mailbox.id, rangesOf(await searchUidSet(connection, [atom('ALL')])))
      done = await takeIn(account, connection, mailbox, missing, budget)
    }
    await noteMailbox(mailbox.id, state, done)
    return done
  } catch (error) {
    // removed or renamed since it was listed: the next turn sees that
    if (error instanceof MailError && error.code === 'mailbox-not-found') return false
    throw error
  }
}
