import type { MailAccount } from '@/lib/auth/signed-in'
import type { Template } from '@/lib/contract/templates'
import { findTemplate } from '@/lib/db/templates'
import { AppError } from '@/lib/errors'

/** One template with its text. @throws AppError `not-found` */
export async function readTemplate(account: MailAccount, id: string): Promise<Template> {
  const template = await findTemplate(account.accountId, id)
  if (template === null) throw new AppError('not-found', 'no such template')
  return template
}
