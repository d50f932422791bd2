import { AppError } from '@/lib/errors'
import { sanitiseHtml } from '@/lib/mail/mime/sanitise-html'

/**
 * HTML a person wrote to be put into messages later (a signature, a template), cleaned as everything is. Pictures are
 * `data:` alone: nothing refers to another message.
 * @throws AppError `message-too-large` for what is too large or too deep to take apart
 */
export function cleanOwnHtml(html: string): string {
  const clean = sanitiseHtml(html, { cid: () => null, patience: 5_000 })
  if (clean.reduced) throw new AppError('message-too-large', 'the text is too large to take apart')
  return clean.html
}
