import type { ImapConnection } from '@/lib/mail/imap/connection'
import { toMailError } from '@/lib/mail/imap/to-mail-error'

/**
 * Selects a mailbox to read only (EXAMINE): nothing in it changes, not even by closing it. One
 * that is selected so already stays as it is.
 * @throws MailError `mailbox-not-found`
 */
export async function examineMailbox(connection: ImapConnection, path: string): Promise<{ uidValidity: number }> {
  const { mailbox } = connection
  if (mailbox !== false && mailbox.path === path && mailbox.readOnly)
    return { uidValidity: Number(mailbox.uidValidity) }
  try {
    const { uidValidity } = await connection.mailboxOpen(path, { readOnly: true })
    return { uidValidity: Number(uidValidity) }
  } catch (error) {
    throw toMailError(error)
  }
}
