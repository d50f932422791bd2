import { templateLimits } from '@/lib/contract/template-limits'
import type { TemplateBody } from '@/lib/contract/templates'
import type { TemplateFields } from '@/lib/db/templates'
import { AppError } from '@/lib/errors'
import { htmlToText } from '@/lib/mail/mime/html-to-text'
import { cleanOwnHtml } from '@/lib/service/own-html'

const excerptLimit = 160

/**
 * A template as it is kept: clean, with its first words for lists.
 * @throws AppError `template-too-large`, `message-too-large` for what cannot be taken apart
 */
export function cleanTemplate({ name, subject, html: written }: TemplateBody): TemplateFields {
  if (written.length > templateLimits.html) throw new AppError('template-too-large', `${written.length} characters`)
  const html = cleanOwnHtml(written)
  const excerpt = htmlToText(html).replace(/\s+/g, ' ').trim().slice(0, excerptLimit)
  return { name, nameKey: name.normalize('NFKC').toLowerCase(), subject: subject.replace(/\s+/g, ' '), html, excerpt }
}

export const nameTaken = () => new AppError('template-exists', 'another template has this name')
