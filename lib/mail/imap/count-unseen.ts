import type { ImapConnection } from '@/lib/mail/imap/connection'
import { countMessages } from '@/lib/mail/imap/count-messages'
import type { SearchKeys } from '@/lib/mail/imap/search-uids'

/** How many messages of the selected mailbox (of those that match `keys`) are unread. */
export const countUnseen = (connection: ImapConnection, keys: SearchKeys = []): Promise<number> =>
  countMessages(connection, [{ type: 'ATOM', value: 'UNSEEN' }, ...keys])
