import type { MailAccount } from '@/lib/auth/signed-in'
import type { BulkState } from '@/lib/contract/bulk'
import { changeBulkState, findBulk } from '@/lib/db/bulk-actions'
import { sendJob } from '@/lib/db/job-queue'
import { AppError } from '@/lib/errors'
import { toBulkState } from '@/lib/service/bulk-state'
import { bulkJob } from '@/lib/service/start-bulk'

/**
 * Stops an action after the part under way; what was done stays done and can be taken back. Nothing when it had ended.
 * @throws AppError `not-found`
 */
export async function cancelBulk(account: MailAccount, id: string): Promise<BulkState> {
  await changeBulkStateOf(account, id)
  const row = await findBulk(account.accountId, id)
  if (row === null) throw new AppError('not-found', 'no such action')
  return toBulkState(row, false)
}

async function changeBulkStateOf({ accountId }: MailAccount, id: string): Promise<void> {
  if ((await findBulk(accountId, id)) === null) throw new AppError('not-found', 'no such action')
  const changed = await changeBulkState(id, ['running'], 'canceling')
  if (changed) await sendJob(bulkJob, { accountId }, { key: accountId })
}
