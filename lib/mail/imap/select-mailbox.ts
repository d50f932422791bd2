import type { MailboxObject } from 'imapflow'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { toMailError } from '@/lib/mail/imap/to-mail-error'

/**
 * Selects a mailbox, or brings the selected one up to date (NOOP tells of arrivals and removals), so that sequence
 * numbers and `exists` are true until the next command.
 * @throws MailError `mailbox-not-found`
 */
export async function selectMailbox(connection: ImapConnection, path: string): Promise<MailboxObject> {
  try {
    const { mailbox } = connection
    if (mailbox !== false && mailbox.path === path) {
      await connection.noop()
      return mailbox
    }
    return await connection.mailboxOpen(path)
  } catch (error) {
    throw toMailError(error)
  }
}
