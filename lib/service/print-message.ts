import { randomBytes } from 'node:crypto'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { Address } from '@/lib/contract/address'
import type { MessageRef } from '@/lib/contract/messages'
import { printDocument } from '@/lib/mail/mime/print-document'
import { type BodyDocument, bodySections } from '@/lib/service/message-body'
import { readContent } from '@/lib/service/message-content'
import { readMessage } from '@/lib/service/read-message'

const labels = {
  en: { from: 'From', to: 'To', cc: 'Cc', date: 'Date', files: 'Attachments', none: '(no subject)' },
  de: { from: 'Von', to: 'An', cc: 'Kopie', date: 'Datum', files: 'Anhänge', none: '(kein Betreff)' },
}

const written = (list: Address[]) =>
  list.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ')

/**
 * A message laid out for paper, pictures of its own included.
 * @throws AppError `message-gone`, `mailbox-not-found`; MailError of the connection
 */
export async function printMessage(
  account: MailAccount,
  ref: MessageRef,
  language: 'en' | 'de',
): Promise<BodyDocument> {
  const message = await readMessage(account, ref)
  const sections = await bodySections(account, ref, await readContent(account, ref))
  const words = labels[language]
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' })
  const files = message.attachments.filter((file) => !file.inline).map((file) => file.name)
  const fields: [string, string][] = [
    [words.from, written(message.from)],
    [words.to, written(message.to)],
    [words.cc, written(message.cc)],
    [words.date, `${date.format(new Date(message.date))} UTC`],
    [words.files, files.join(', ')],
  ]
  const nonce = randomBytes(16).toString('base64url')
  const shown = fields.filter(([, text]) => text !== '')
  return { html: printDocument(message.subject || words.none, shown, sections, { nonce, language }), nonce }
}
