import type { MailAccount } from '@/lib/auth/signed-in'
import type { BulkState } from '@/lib/contract/bulk'
import { createBulk, findBulk, findUndone, listOpposites } from '@/lib/db/bulk-actions'
import { sendJob } from '@/lib/db/job-queue'
import { AppError } from '@/lib/errors'
import { countUidSet } from '@/lib/mail/imap/uid-set'
import { oppositeSchema } from '@/lib/service/bulk-chunk'
import { toBulkState } from '@/lib/service/bulk-state'
import { bulkJob } from '@/lib/service/start-bulk'

/**
 * Takes back exactly what an action did; that is an action of its own. Messages moved on since then stay where they are.
 * @throws AppError `not-found`, `bad-request` when there is nothing to take back (any more)
 */
export async function undoBulk({ accountId }: MailAccount, id: string): Promise<BulkState> {
  const row = await findBulk(accountId, id)
  if (row === null) throw new AppError('not-found', 'no such action')
  const undone = await findUndone([id])
  if (!toBulkState(row, undone.has(id)).undoable) throw new AppError('bad-request', 'nothing to take back')
  const chunks = (await listOpposites(id)).map((opposite) => oppositeSchema.parse(opposite))
  const total = chunks.reduce((sum, { uids }) => sum + countUidSet(uids), 0)
  const undo = await createBulk({ accountId, kind: 'undo', total, undoes: id }, chunks)
  await sendJob(bulkJob, { accountId }, { key: accountId })
  return toBulkState(undo, true)
}
