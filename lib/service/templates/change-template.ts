import type { MailAccount } from '@/lib/auth/signed-in'
import type { Template, TemplateBody } from '@/lib/contract/templates'
import { changeTemplateRow } from '@/lib/db/templates'
import { AppError } from '@/lib/errors'
import { cleanTemplate, nameTaken } from '@/lib/service/templates/clean-template'

/**
 * Another name, subject and text for a template.
 * @throws AppError `not-found`, `template-exists`, `template-too-large`, `message-too-large`
 */
export async function changeTemplate(account: MailAccount, id: string, body: TemplateBody): Promise<Template> {
  const fields = cleanTemplate(body)
  const changed = await changeTemplateRow(account.accountId, id, fields)
  if (changed === 'taken') throw nameTaken()
  if (changed === 'absent') throw new AppError('not-found', 'no such template')
  return { id, name: fields.name, subject: fields.subject, html: fields.html }
}
