import { MailError } from '@/lib/mail/errors'
import { answered } from '@/lib/mail/imap/answered'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { toMailError } from '@/lib/mail/imap/to-mail-error'

/** The next UID and the UIDVALIDITY of a mailbox that need not be selected. @throws MailError `mailbox-not-found` */
export async function statusOf(connection: ImapConnection, path: string) {
  try {
    const status = answered(await connection.status(path, { uidNext: true, uidValidity: true }))
    if (status.uidNext === undefined || status.uidValidity === undefined) {
      throw new MailError('mailbox-not-found', 'STATUS told nothing')
    }
    return { uidNext: status.uidNext, uidValidity: Number(status.uidValidity) }
  } catch (error) {
    throw toMailError(error)
  }
}
