import type { MailAccount } from '@/lib/auth/signed-in'
import { keptConversations } from '@/lib/db/kept-conversations'
import { log } from '@/lib/log'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { settledState } from '@/lib/mail/imap/select-mailbox'
import { bringUpToDate } from '@/lib/mail/thread/bring-up-to-date'
import { IndexStore, type Kept, takeTurn } from '@/lib/mail/thread/index-store'
import { unpackIndex } from '@/lib/mail/thread/pack-index'
import type { IndexSource, LendSecond } from '@/lib/mail/thread/read-index'
import type { ThreadIndex } from '@/lib/mail/thread/thread-index'
import { readLinks, withLinks } from '@/lib/mail/thread/update-index'
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
  const lendSecond: LendSecond = (work) => withMailbox(account, source.path, work, deadlineMilliseconds)
  const look = async (connection: ImapConnection) => {
    const state = source.kind === 'view' ? (settledState(connection)?.text ?? '') : ''
    const isKnown = state !== '' && state === kept.state
    const known = kept.index ?? (await written)
    const options = { lendSecond, linkLimit: linkedAtOnce }
    const index = isKnown && known ? known : await bringUpToDate(connection, source, known, options)
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
