import type { ImapConnection } from '@/lib/mail/imap/connection'
import { executeRaw } from '@/lib/mail/imap/execute-raw'
import { parseSequenceSet } from '@/lib/mail/imap/parse-numbers'

/** Search keys (RFC 9051 section 6.4.4) as tokens. imapflow quotes what cannot stand as an atom. */
export type SearchKeys = { type: 'ATOM'; value: string }[]

const atom = (value: string) => ({ type: 'ATOM', value }) as const

export const searchKeys = {
  all: [atom('ALL')] as SearchKeys,
  flagged: [atom('FLAGGED')] as SearchKeys,
  keyword: (keyword: string): SearchKeys => [atom('KEYWORD'), atom(keyword)],
}

const esearch = Buffer.from('* ESEARCH ')
const all = ' ALL '

/**
 * UIDs in the selected mailbox that match, ascending. ESEARCH (RFC 4731) answers with ranges: the whole of a mailbox is
 * a few bytes.
 */
export async function searchUids(connection: ImapConnection, keys: SearchKeys): Promise<Uint32Array> {
  let uids: Uint32Array = new Uint32Array(0)
  await executeRaw(connection, 'UID SEARCH', [atom('RETURN'), [atom('ALL')], ...keys], ({ payload }) => {
    if (!payload.subarray(0, esearch.length).equals(esearch)) return false
    const at = payload.indexOf(all)
    if (at > 0) uids = parseSequenceSet(payload, at + all.length)
    return true
  })
  return uids
}
