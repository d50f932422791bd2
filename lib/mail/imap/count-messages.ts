import { execute, type ImapConnection, textOf } from '@/lib/mail/imap/connection'
import type { SearchKeys } from '@/lib/mail/imap/search-uids'

/** How many messages of the selected mailbox match, by ESEARCH COUNT (RFC 4731): no list crosses the wire. */
export async function countMessages(connection: ImapConnection, keys: SearchKeys): Promise<number> {
  let count = 0
  const atom = (value: string) => ({ type: 'ATOM', value })
  await execute(connection, 'SEARCH', [atom('RETURN'), [atom('COUNT')], ...keys], {
    ESEARCH: async ({ attributes = [] }) => {
      const at = attributes.findIndex((token) => textOf(token).toUpperCase() === 'COUNT')
      if (at >= 0) count = Number(textOf(attributes[at + 1])) || 0
    },
  })
  return count
}
