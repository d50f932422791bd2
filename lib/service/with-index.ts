import type { MailAccount } from '@/lib/auth/signed-in'
import { keptConversations } from '@/lib/db/kept-conversations'
import { log } from '@/lib/log'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { settledState } from '@/lib/mail/imap/select-mailbox'
import { IndexStore, type Kept, takeTurn } from '@/lib/mail/thread/index-store'
import { unpackIndex } from '@/lib/mail/thread/pack-index'
import { type IndexSource, isCurrent, readIndex } from '@/lib/mail/thread/read-index'
import type { ThreadIndex } from '@/lib/mail/thread/thread-index'
import { readLinks, updateIndex, withLinks } from '@/lib/mail/thread/update-index'
import { withMailbox } from '@/lib/service/with-mailbox'

/** About 60 bytes of memory for each message: 120 MB when it is full. */
const messageLimit = 2_000_000
const shared = globalThis as typeof globalThis & { waypostThreads?: IndexStore }
shared.waypostThreads ??= new IndexStore(messageLimit)
const store = shared.waypostThreads

/** The links of so few messages cost some milliseconds; of more they are read when nobody waits. */
const linkedAtOnce = 1_000

/** Threading 100,000 messages for the first time takes a cold server a second or two. */
const deadlineMilliseconds = 30_000

/** The conversations as the worker wrote them down last (worker/index/keep-threads.ts); null when there are none. */
async function readWritten({ accountId, host }: MailAccount): Promise<ThreadIndex | null> {
  try {
    const bytes = await keptConversations(accountId)
    return bytes && unpackIndex(bytes)
  } catch (err) {
    log.warn({ err, host: host.id }, 'the conversations written down could not be read, and are threaded anew')
    return null
  }
}

/** The conversations of the selected mailbox as they are now. */
async function bringUpToDate(
  account: MailAccount,
  source: IndexSource,
  connection: ImapConnection,
  known: ThreadIndex | null,
): Promise<ThreadIndex> {
  if (known !== null && (await isCurrent(connection, known))) return known
  // What is not there may only not have been told yet, while another session of the account knows it already.
  for (let asked = 0; known !== null && source.kind === 'view' && asked < 2; asked += 1) {
    await connection.noop()
    if (await isCurrent(connection, known)) return known
  }
  const updated = known === null ? null : await updateIndex(connection, known)
  const lendSecond = <R>(work: (connection: ImapConnection) => Promise<R>) =>
    withMailbox(account, source.path, work, deadlineMilliseconds)
  if (updated !== null) return updated
  const read = await readIndex(connection, source, lendSecond)
  if (source.kind !== 'view' || read.columns.uids.length > linkedAtOnce) return read
  return withLinks(read, await readLinks(connection)) ?? read
}

/**
 * Reads, when nobody waits for it, what later changes are threaded by. What has arrived meanwhile makes it useless: the
 * next request tries again.
 */
async function learnLinks(account: MailAccount, source: IndexSource, kept: Kept): Promise<void> {
  kept.learning = true
  try {
    const read = await withMailbox(account, source.path, readLinks, deadlineMilliseconds)
    const done = await takeTurn(kept)
    if (kept.index !== null && kept.index.columns.links === null) kept.index = withLinks(kept.index, read) ?? kept.index
    done()
  } catch (err) {
    log.warn({ err, host: account.host.id }, 'the links between messages could not be read and will be later')
  } finally {
    kept.learning = false
  }
}

/**
 * Lends a connection with `source` selected, and its conversations as they are now. They are kept between requests and
 * brought up to date when messages arrived or left; one request of an account looks at a time, so that is done once.
 * @throws MailError of the connection, `mailbox-not-found`
 */
export async function withIndex<T>(
  account: MailAccount,
  source: IndexSource,
  use: (connection: ImapConnection, index: ThreadIndex) => Promise<T>,
): Promise<T> {
  const kept = store.of(`${account.address}\n${source.path}`)
  const done = await takeTurn(kept)
  const written = kept.index === null && source.kind === 'view' ? readWritten(account) : null
  const look = async (connection: ImapConnection) => {
    const state = source.kind === 'view' ? (settledState(connection)?.text ?? '') : ''
    const isKnown = state !== '' && state === kept.state
    const known = kept.index ?? (await written)
    const index = isKnown && kept.index ? kept.index : await bringUpToDate(account, source, connection, known)
    kept.index = index
    kept.state = state
    store.trim()
    done()
    return use(connection, index)
  }
  try {
    return await withMailbox(account, source.path, look, deadlineMilliseconds)
  } finally {
    done()
    const isUnlinked = source.kind === 'view' && kept.index?.columns.links === null
    if (isUnlinked && !kept.learning) void learnLinks(account, source, kept)
  }
}
