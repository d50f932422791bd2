import type { SignedIn } from '@/lib/auth/signed-in'
import { listSessions } from '@/lib/db/sessions'
import { appendMessage } from '@/lib/mail/imap/append-message'
import { buildMessage } from '@/lib/mail/mime/build-message'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { newMessageId } from '@/lib/service/new-message-id'
import { readPreferences } from '@/lib/service/preferences'
import { withBuildFile } from '@/lib/service/upload-store'
import { withConnection } from '@/lib/service/with-mailbox'

const words = {
  en: {
    subject: 'Your mail is now forwarded',
    text: (to: string, when: string, where: string) =>
      `From now on mail to your mailbox that matches a rule is also sent to:\n\n${to}\n\nThis was set on ${when} UTC from ${where}.\n\nIf this was not you: remove the rule in Settings, Filters, sign out the browsers you do not know, and change your password.\n`,
  },
  de: {
    subject: 'Ihre Post wird jetzt weitergeleitet',
    text: (to: string, when: string, where: string) =>
      `Ab jetzt geht Post an Ihr Postfach, auf die eine Regel zutrifft, auch an:\n\n${to}\n\nEingestellt am ${when} UTC von ${where}.\n\nWaren Sie das nicht? Entfernen Sie die Regel unter Einstellungen, Filter, melden Sie Browser ab, die Sie nicht kennen, und ändern Sie Ihr Passwort.\n`,
  },
}

/** Puts a message into the inbox that says where mail goes now, when this was set and from where. No rule sees it. */
export async function tellOfForwarding(account: SignedIn, addresses: string[]): Promise<void> {
  const session = (await listSessions(account.accountId)).find(({ id }) => id === account.sessionId)
  const { locale } = await readPreferences(account)
  const { subject, text } = words[locale === 'de' ? 'de' : 'en']
  const when = new Date().toISOString().slice(0, 16).replace('T', ' ')
  const where = session === undefined ? 'Waypost' : `${session.remoteIp} (${session.userAgent.slice(0, 200)})`
  const from = { name: 'Waypost', address: account.address }
  const message = {
    messageId: newMessageId(account),
    date: new Date(),
    from,
    replyTo: null,
    to: [from],
    cc: [],
    subject,
  }
  const body = { text: text(addresses.join('\n'), when, where), html: null, inReplyTo: null, references: [], files: [] }
  await withBuildFile(async (file) => {
    await buildMessage({ ...message, ...body }, file)
    const inbox = await mailboxById(account, 'inbox')
    await withConnection(account, (imap) => appendMessage(imap, inbox.path, { file, before: '' }, ['\\Flagged']))
  })
}
