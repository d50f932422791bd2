import type { MailAccount } from '@/lib/auth/signed-in'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { type IndexSource, isCurrent, readIndex } from '@/lib/mail/thread/read-index'
import type { ThreadIndex } from '@/lib/mail/thread/thread-index'
import { withMailbox } from '@/lib/service/with-mailbox'

type Known = { index: ThreadIndex | null; turn: Promise<unknown> }
const shared = globalThis as typeof globalThis & { waypostThreads?: RecentMap<Known> }
shared.waypostThreads ??= new RecentMap(200)
const threads = shared.waypostThreads

/** Threading 100,000 messages for the first time takes a cold server a second or two. */
const deadlineMilliseconds = 30_000

function knownOf(key: string): Known {
  const known = threads.get(key) ?? { index: null, turn: Promise.resolve() }
  threads.set(key, known)
  return known
}

/** Waits for those who came before; the function it gives lets the next one in. */
async function takeTurn(known: Known): Promise<() => void> {
  const before = known.turn
  let done = () => {}
  known.turn = new Promise<void>((resolve) => {
    done = resolve
  })
  await before
  return done
}

/**
 * Lends a connection with `source` selected, and its conversations as they are now. They are kept between requests and
 * read anew when messages arrived or left; one request of an account looks at a time, so they are read once.
 * @throws MailError of the connection, `mailbox-not-found`
 */
export async function withIndex<T>(
  account: MailAccount,
  source: IndexSource,
  use: (connection: ImapConnection, index: ThreadIndex) => Promise<T>,
): Promise<T> {
  const known = knownOf(`${account.address}\n${source.path}`)
  const done = await takeTurn(known)
  const lendSecond = <R>(work: (connection: ImapConnection) => Promise<R>) =>
    withMailbox(account, source.path, work, deadlineMilliseconds)
  try {
    return await withMailbox(
      account,
      source.path,
      async (connection) => {
        let { index } = known
        if (index === null || !(await isCurrent(connection, index))) {
          index = await readIndex(connection, source, lendSecond)
          known.index = index
        }
        done()
        return use(connection, index)
      },
      deadlineMilliseconds,
    )
  } finally {
    done()
  }
}
