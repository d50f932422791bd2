import type { ImapResponse } from 'imapflow'
import { decodePath } from 'imapflow/lib/tools.js'
import { execute, type ImapConnection, isList, textOf } from '@/lib/mail/imap/connection'

/** Something in the mailbox at `path` changed; `arrived` when a message came in. */
export type MailboxChange = { path: string; arrived: boolean }

type Handlers = { untaggedHandlers: Record<string, (response: ImapResponse) => Promise<void>> }

/** `* STATUS path (UIDNEXT 4 MESSAGES 3)` as its path and the UID the next arrival will have, 0 when not told. */
function readStatus(connection: ImapConnection, { attributes = [] }: ImapResponse): { path: string; uidNext: number } {
  const path = decodePath(connection as never, textOf(attributes[0]))
  const pairs = isList(attributes[1]) ? attributes[1] : []
  const at = pairs.findIndex((token) => textOf(token).toUpperCase() === 'UIDNEXT')
  return { path, uidNext: at < 0 ? 0 : Number(textOf(pairs[at + 1])) || 0 }
}

const atom = (value: string) => ({ type: 'ATOM', value })

/**
 * Asks to be told of every arrival, removal and flag in every mailbox (NOTIFY, RFC 5465). The connection serves
 * nothing else from then on; the server speaks by itself and needs no IDLE.
 * @throws MailError of the connection
 */
export async function watchMailboxes(
  connection: ImapConnection,
  onChange: (change: MailboxChange) => void,
): Promise<void> {
  const known = new Map<string, number>()
  let listening = false
  const { untaggedHandlers } = connection as unknown as Handlers
  untaggedHandlers.STATUS = async (response) => {
    const { path, uidNext } = readStatus(connection, response)
    const before = known.get(path) ?? 0
    if (uidNext > 0) known.set(path, uidNext)
    if (listening) onChange({ path, arrived: uidNext > before })
  }
  const events = [atom('MessageNew'), atom('MessageExpunge'), atom('FlagChange')]
  await execute(connection, 'NOTIFY', [atom('SET'), atom('STATUS'), [atom('PERSONAL'), events]])
  listening = true
}
