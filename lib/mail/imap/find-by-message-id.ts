import { answered } from '@/lib/mail/imap/answered'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { toMailError } from '@/lib/mail/imap/to-mail-error'

/** UIDs in the selected mailbox whose Message-ID (with angle brackets) is this one; `since` bounds arrival to that day or later. */
export async function findByMessageId(connection: ImapConnection, messageId: string, since?: Date): Promise<number[]> {
  try {
    const query = { header: { 'message-id': messageId }, ...(since === undefined ? {} : { since }) }
    return answered(await connection.search(query, { uid: true }))
  } catch (error) {
    throw toMailError(error)
  }
}
