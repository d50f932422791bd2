import { MailError } from '@/lib/mail/errors'
import { answered } from '@/lib/mail/imap/answered'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { toMailError } from '@/lib/mail/imap/to-mail-error'

type Fault = { serverResponseCode?: unknown; responseText?: unknown }

/** Response codes of RFC 5530 that mean another thing for a mailbox's name than elsewhere. */
function toFolderError(error: unknown): MailError {
  const { serverResponseCode: code, responseText }: Fault = typeof error === 'object' && error !== null ? error : {}
  const detail = typeof responseText === 'string' ? responseText.slice(0, 500) : undefined
  if (code === 'ALREADYEXISTS') return new MailError('mailbox-exists', 'the name is taken', { cause: error, detail })
  if (code === 'CANNOT') return new MailError('name-refused', 'the server refused the name', { cause: error, detail })
  return toMailError(error)
}

/**
 * Makes a mailbox and subscribes to it, so that other programs show it.
 * @param path decoded; imapflow writes it as modified UTF-7 (RFC 3501 section 5.1.3)
 * @throws MailError `mailbox-exists`, `name-refused` with the server's words
 */
export async function createFolder(connection: ImapConnection, path: string): Promise<void> {
  const made = await connection.mailboxCreate(path).then(answered, (error: unknown) => {
    throw toFolderError(error)
  })
  if (!made.created) throw new MailError('mailbox-exists', 'the name is taken')
}

/**
 * Gives a mailbox another path; what is below it follows. Dovecot leaves subscriptions at the old names, so `below`
 * (paths of the mailboxes under it) are subscribed anew too.
 * @throws MailError `mailbox-exists`, `name-refused`, `mailbox-not-found`
 */
export async function renameFolder(connection: ImapConnection, from: string, to: string, below: string[]) {
  try {
    answered(await connection.mailboxRename(from, to))
    for (const path of [from, ...below]) {
      await connection.mailboxSubscribe(to + path.slice(from.length))
      await connection.mailboxUnsubscribe(path)
    }
  } catch (error) {
    throw toFolderError(error)
  }
}

/** Removes a mailbox with whatever is in it. @throws MailError `mailbox-not-found` */
export async function deleteFolder(connection: ImapConnection, path: string): Promise<void> {
  try {
    answered(await connection.mailboxDelete(path))
    await connection.mailboxUnsubscribe(path)
  } catch (error) {
    throw toFolderError(error)
  }
}
