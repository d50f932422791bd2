import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'

/** UIDs of the first messages of the selected mailbox, at most `limit`. */
export async function oldestUids(connection: ImapConnection, limit: number): Promise<number[]> {
  const { mailbox } = connection
  if (mailbox === false || mailbox.exists === 0) return []
  const messages = await fetchItems(connection, `1:${Math.min(limit, mailbox.exists)}`, ['UID'], 'sequence')
  return messages.map(({ uid }) => uid)
}
