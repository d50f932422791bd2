import { execute, type ImapConnection, textOf } from '@/lib/mail/imap/connection'
import type { UidSet } from '@/lib/mail/imap/uid-set'

/** A search key or its argument; an argument of a person goes as `string`, so that it cannot be a key. */
type Token = { type: 'ATOM' | 'STRING' | 'SEQUENCE'; value: string } | Token[]

export const atom = (value: string): Token => ({ type: 'ATOM', value })
export const string = (value: string): Token => ({ type: 'STRING', value })

/**
 * UIDs of the selected mailbox that match (RFC 9051 SEARCH keys), by ESEARCH ALL (RFC 4731): 100,000 in a row are a few
 * bytes.
 */
export async function searchUidSet(connection: ImapConnection, keys: Token[]): Promise<UidSet> {
  let found = ''
  await execute(connection, 'UID SEARCH', [atom('RETURN'), [atom('ALL')], atom('CHARSET'), atom('UTF-8'), ...keys], {
    ESEARCH: async ({ attributes = [] }) => {
      const at = attributes.findIndex((token) => textOf(token).toUpperCase() === 'ALL')
      if (at >= 0) found = textOf(attributes[at + 1])
    },
  })
  return found
}
