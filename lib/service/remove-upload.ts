import type { MailAccount } from '@/lib/auth/signed-in'
import { removeUploadRow } from '@/lib/db/uploads'
import { AppError } from '@/lib/errors'
import { removeBytes } from '@/lib/service/upload-store'

/** @throws AppError `not-found`, also for an upload of somebody else */
export async function removeUpload(account: MailAccount, id: string): Promise<{ removed: true }> {
  if (!(await removeUploadRow(account.accountId, id))) throw new AppError('not-found', 'no such upload')
  await removeBytes(id)
  return { removed: true }
}
