import type { MailAccount } from '@/lib/auth/signed-in'
import type { ListThreadsQuery, ThreadWindow } from '@/lib/contract/threads'
import { askAgain } from '@/lib/service/ask-again'
import { datedBySending } from '@/lib/service/outbox/dated-by-sending'
import { type ThreadList, threadListOf } from '@/lib/service/thread-list'
import { readThreadRows } from '@/lib/service/thread-rows'
import { withIndex } from '@/lib/service/with-index'

type Read = ThreadWindow & { isBehind: boolean }

async function readWindow(account: MailAccount, list: ThreadList, query: ListThreadsQuery): Promise<Read> {
  const { mailbox, mode, offset, limit } = query
  const single = mode === 'messages'
  return withIndex(account, list.source, async (connection, index) => {
    const { unread, isBehind } = await list.count(connection, index)
    const { rows, naming } = await list.rows(connection, index, single)
    const shown = rows.subarray(offset, offset + limit)
    const read = await readThreadRows(account, list.source, connection, index, naming, single, shown)
    return { mailbox, total: rows.length, unread, offset, rows: read.filter((row) => row !== null), isBehind }
  })
}

/**
 * A window of a mailbox, a view or a label, newest first, as conversations or as single messages.
 * @throws AppError `mailbox-not-found`; MailError of the connection
 */
export async function listThreads(account: MailAccount, query: ListThreadsQuery): Promise<ThreadWindow> {
  const list = await threadListOf(account, query.mailbox)
  const { isBehind, ...window } = await askAgain(() => readWindow(account, list, query))
  if (!isBehind) return datedBySending(account, window)
  const { isBehind: _, ...second } = await readWindow(account, list, query)
  return datedBySending(account, second)
}
