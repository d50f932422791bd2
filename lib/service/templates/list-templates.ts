import type { MailAccount } from '@/lib/auth/signed-in'
import { templateLimits } from '@/lib/contract/template-limits'
import type { TemplateList } from '@/lib/contract/templates'
import { findTemplates } from '@/lib/db/templates'

/** The templates of an account, by name, without their texts. */
export async function listTemplates(account: MailAccount): Promise<TemplateList> {
  const rows = await findTemplates(account.accountId, templateLimits.count)
  return { templates: rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() })) }
}
