import type { ImapResponse } from 'imapflow'
import { decodePath, encodePath } from 'imapflow/lib/tools.js'
import { execute, type ImapConnection, isList, textOf } from '@/lib/mail/imap/connection'

/** Something in the mailbox at `path` changed; `arrived` when a message came in. `total` and `unread` are as they are now. */
export type MailboxChange = { path: string; arrived: boolean; total: number; unread: number }

type Watching = {
  onChange: (change: MailboxChange) => void
  /** A mailbox was made, renamed or removed. */
  onFolders: () => void
}

type Handlers = { untaggedHandlers: Record<string, (response: ImapResponse) => Promise<void>> }

/** What STATUS tells of a mailbox under NOTIFY; a change tells only the items that changed. */
const items = ['UIDNEXT', 'MESSAGES', 'UNSEEN', 'HIGHESTMODSEQ'] as const
type Status = Partial<Record<(typeof items)[number], number>>

/** `* STATUS path (UIDNEXT 4 MESSAGES 3)` as its path and numbers. */
function readStatus(connection: ImapConnection, { attributes = [] }: ImapResponse): { path: string; status: Status } {
  const path = decodePath(connection as never, textOf(attributes[0]))
  const pairs = (isList(attributes[1]) ? attributes[1] : []).map(textOf)
  const status: Status = {}
  for (const item of items) {
    const at = pairs.findIndex((name, i) => i % 2 === 0 && name.toUpperCase() === item)
    if (at >= 0) status[item] = Number(pairs[at + 1]) || 0
  }
  return { path, status }
}

const atom = (value: string) => ({ type: 'ATOM', value })
const atoms = (...values: string[]) => values.map(atom)

/**
 * Asks to be told of every arrival, removal and flag in the mailboxes at `paths`, and of mailboxes that come and go
 * (NOTIFY, RFC 5465). The connection serves nothing else from then on; the server speaks by itself and needs no IDLE.
 * The mailboxes are named one by one because PERSONAL takes in Dovecot's virtual ones, and those hold every other open.
 * @throws MailError of the connection
 */
export async function watchMailboxes(
  connection: ImapConnection,
  paths: string[],
  { onChange, onFolders }: Watching,
): Promise<void> {
  const known = new Map<string, Status>()
  const names = new Set(paths)
  let listening = false
  const { untaggedHandlers } = connection as unknown as Handlers
  untaggedHandlers.STATUS = async (response) => {
    const { path, status } = readStatus(connection, response)
    const before = known.get(path) ?? {}
    const now = { ...before, ...status }
    known.set(path, now)
    // Dovecot repeats all mailboxes when one of them first changes.
    if (!listening || items.every((item) => before[item] === now[item])) return
    const arrived = (now.UIDNEXT ?? 0) > (before.UIDNEXT ?? 0)
    onChange({ path, arrived, total: now.MESSAGES ?? 0, unread: now.UNSEEN ?? 0 })
  }
  untaggedHandlers.LIST = async ({ attributes = [] }) => {
    const path = decodePath(connection as never, textOf(attributes[2]))
    const gone = isList(attributes[0]) && attributes[0].some((flag) => textOf(flag).toLowerCase() === '\\nonexistent')
    if (listening && names.has(path) === gone) onFolders()
  }
  const messages = atoms('MessageNew', 'MessageExpunge', 'FlagChange', 'MailboxName')
  const mailboxes = paths.map((path) => ({ type: 'STRING', value: encodePath(connection as never, path) }))
  await execute(connection, 'NOTIFY', [
    atom('SET'),
    atom('STATUS'),
    [atom('MAILBOXES'), mailboxes, messages],
    [atom('PERSONAL'), atoms('MailboxName')],
  ])
  listening = true
}
