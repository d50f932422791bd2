import type { MailAccount } from '@/lib/auth/signed-in'
import { templateLimits } from '@/lib/contract/template-limits'
import type { Template, TemplateBody } from '@/lib/contract/templates'
import { countTemplates, createTemplateRow } from '@/lib/db/templates'
import { AppError } from '@/lib/errors'
import { cleanTemplate, nameTaken } from '@/lib/service/templates/clean-template'

/**
 * Keeps a template under a name.
 * @throws AppError `template-exists`, `too-many-templates`, `template-too-large`, `message-too-large`
 */
export async function createTemplate(account: MailAccount, body: TemplateBody): Promise<Template> {
  const count = await countTemplates(account.accountId)
  if (count >= templateLimits.count) throw new AppError('too-many-templates', `there are ${count} templates`)
  const created = await createTemplateRow(account.accountId, cleanTemplate(body))
  if (created === null) throw nameTaken()
  return created
}
