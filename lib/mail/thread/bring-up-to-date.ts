import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type IndexSource, isCurrent, type LendSecond, readIndex } from '@/lib/mail/thread/read-index'
import type { ThreadIndex } from '@/lib/mail/thread/thread-index'
import { readLinks, updateIndex, withLinks } from '@/lib/mail/thread/update-index'

/** `linkLimit`: of a view with more messages that is read anew, the links are left for later (`readLinks`). */
type Options = { lendSecond: LendSecond; linkLimit: number }

/**
 * The conversations of the selected mailbox as they are now, from those known where that is possible.
 * @throws MailError of the connection
 */
export async function bringUpToDate(
  connection: ImapConnection,
  source: IndexSource,
  known: ThreadIndex | null,
  { lendSecond, linkLimit }: Options,
): Promise<ThreadIndex> {
  if (known !== null) {
    if (await isCurrent(connection, known)) return known
    // What is not there may only not have been told yet, while another session of the account knows it already.
    for (let asked = 0; source.kind === 'view' && asked < 2; asked += 1) {
      await connection.noop()
      if (await isCurrent(connection, known)) return known
    }
    const updated = await updateIndex(connection, known)
    if (updated !== null) return updated
  }
  const read = await readIndex(connection, source, lendSecond)
  if (source.kind !== 'view' || read.columns.uids.length > linkLimit) return read
  return withLinks(read, await readLinks(connection)) ?? read
}
