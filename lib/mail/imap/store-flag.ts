import { execute, type ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { inChunks } from '@/lib/mail/imap/in-chunks'

const atom = (value: string) => ({ type: 'ATOM', value })

/**
 * Sets or clears one flag or keyword of messages in the selected mailbox.
 * @returns the UIDs that changed: not those that were so already, nor those that are gone
 */
export async function storeFlag(
  connection: ImapConnection,
  uids: number[],
  flag: string,
  value: boolean,
): Promise<number[]> {
  return (await inChunks(uids, (chunk) => storeFlagOnce(connection, chunk, flag, value))).flat()
}

async function storeFlagOnce(connection: ImapConnection, uids: number[], flag: string, value: boolean) {
  const before = await fetchItems(connection, uids.join(','), ['UID', 'FLAGS'], 'uid')
  const changing = before.filter(({ flags }) => hasFlag(flags, flag) !== value).map(({ uid }) => uid)
  if (changing.length === 0) return []
  const range = { type: 'SEQUENCE', value: changing.join(',') }
  await execute(connection, 'UID STORE', [range, atom(`${value ? '+' : '-'}FLAGS.SILENT`), [atom(flag)]])
  return changing
}

/** Case does not count (RFC 9051 section 2.3.2); servers give a keyword in the case they first met it. */
export const hasFlag = (flags: Set<string>, flag: string): boolean =>
  flags.has(flag) || [...flags].some((other) => other.toLowerCase() === flag.toLowerCase())
