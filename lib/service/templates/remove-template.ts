import type { MailAccount } from '@/lib/auth/signed-in'
import type { Template } from '@/lib/contract/templates'
import { removeTemplateRow } from '@/lib/db/templates'
import { AppError } from '@/lib/errors'

/** Removes a template and gives it once more, so that it can come back. @throws AppError `not-found` */
export async function removeTemplate(account: MailAccount, id: string): Promise<Template> {
  const removed = await removeTemplateRow(account.accountId, id)
  if (removed === null) throw new AppError('not-found', 'no such template')
  return removed
}
