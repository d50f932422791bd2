import type { MailAccount } from '@/lib/auth/signed-in'
import type { ListThreadsQuery, ThreadWindow } from '@/lib/contract/threads'
import { threadListOf } from '@/lib/service/thread-list'
import { readThreadRows } from '@/lib/service/thread-rows'
import { withIndex } from '@/lib/service/with-index'

/**
 * A window of a mailbox, a view or a label, newest first, as conversations or as single messages.
 * @throws AppError `mailbox-not-found`; MailError of the connection
 */
export async function listThreads(account: MailAccount, query: ListThreadsQuery): Promise<ThreadWindow> {
  const { mailbox, mode, offset, limit } = query
  const single = mode === 'messages'
  const list = await threadListOf(account, mailbox)
  return withIndex(account, list.source, async (connection, index) => {
    const { rows, naming } = await list.rows(connection, index, single)
    const shown = rows.subarray(offset, offset + limit)
    const read = await readThreadRows(account, list.source.path, connection, index, naming, single, shown)
    return {
      mailbox,
      total: rows.length,
      unread: await list.unread(connection),
      offset,
      rows: read.filter((row) => row !== null),
    }
  })
}
