import type { MailboxObject } from 'imapflow'
import { MailError } from '@/lib/mail/errors'
import { type AccountState, readAccountState } from '@/lib/mail/imap/account-state'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { toMailError } from '@/lib/mail/imap/to-mail-error'
import { isVirtual } from '@/lib/mail/imap/virtual-path'

/** How a connection saw the account when it last brought its view up to date, and how often it looked at just that. */
type Seen = { state: AccountState; looks: number; at: number }
const lastSeen = new WeakMap<ImapConnection, Seen>()

/** After two looks nothing is left to be told (docs/decisions/0010); still it is asked again now and then. */
const enoughLooks = 2
const trustedMilliseconds = 30_000

const isSettled = ({ looks, at }: Seen) => looks >= enoughLooks && Date.now() - at < trustedMilliseconds

/** The state of the account at which the view this connection has selected knows all there is to know; else null. */
export function settledState(connection: ImapConnection): AccountState | null {
  const seen = lastSeen.get(connection)
  return seen !== undefined && isSettled(seen) ? seen.state : null
}

/** Where the account's mailboxes stood when this connection last brought its view up to date. */
export const seenState = (connection: ImapConnection): AccountState | null => lastSeen.get(connection)?.state ?? null

/** The view selected was found to know less than there is: it is asked again next time. */
export function doubtView(connection: ImapConnection): void {
  const seen = lastSeen.get(connection)
  if (seen !== undefined) seen.looks = 0
}

/** NOOP tells of arrivals, removals and flags. */
async function bringUpToDate(connection: ImapConnection, mailbox: MailboxObject): Promise<MailboxObject> {
  await connection.noop()
  // A view may tell of the first change in one of its mailboxes at the second asking only (docs/decisions/0010).
  if (isVirtual(mailbox.path)) await connection.noop()
  return stillOpen(connection, mailbox)
}

/** imapflow keeps to itself that the server said goodbye. */
function stillOpen(connection: ImapConnection, mailbox: MailboxObject): MailboxObject {
  if (connection.usable && connection.mailbox !== false) return mailbox
  throw new MailError('imap-unavailable', 'the server ended the connection')
}

/**
 * SELECT. While mailboxes come and go Dovecot may refuse a view once with SERVERBUG: "Backend mailbox added by another
 * session. Reopen the virtual mailbox".
 */
async function open(connection: ImapConnection, path: string, tries: number): Promise<MailboxObject> {
  try {
    return await connection.mailboxOpen(path)
  } catch (error) {
    const fault = toMailError(error)
    if (tries > 1 && connection.usable && fault.code === 'imap-unavailable') return open(connection, path, tries - 1)
    throw fault
  }
}

/**
 * Selects a mailbox, or brings the selected one up to date (NOOP tells of arrivals and removals), so that sequence
 * numbers and `exists` are true until the next command.
 *
 * Dovecot (2.3) decides which mailboxes a view is made of when it is selected: one that was made, renamed or removed
 * later counts only after another SELECT, and that SELECT, by whatever client, ends the sessions that know less
 * ("IMAP session state is inconsistent").
 * @throws MailError `mailbox-not-found`, `imap-unavailable`
 */
export async function selectMailbox(connection: ImapConnection, path: string): Promise<MailboxObject> {
  try {
    if (isVirtual(path)) return await selectView(connection, path)
    const { mailbox } = connection
    if (mailbox !== false && mailbox.path === path) return await bringUpToDate(connection, mailbox)
    return await open(connection, path, 1)
  } catch (error) {
    throw toMailError(error)
  }
}

async function selectView(connection: ImapConnection, path: string): Promise<MailboxObject> {
  const state = await readAccountState(connection)
  const { mailbox } = connection
  const seen = lastSeen.get(connection)
  const isSame = seen !== undefined && seen.state.text === state.text && seen.state.names === state.names
  if (mailbox !== false && mailbox.path === path && seen?.state.names === state.names) {
    if (isSame && isSettled(seen)) return stillOpen(connection, mailbox)
    await bringUpToDate(connection, mailbox)
    lastSeen.set(connection, { state, looks: isSame ? seen.looks + 1 : 1, at: Date.now() })
    return mailbox
  }
  const selected = await open(connection, path, 3)
  await bringUpToDate(connection, selected)
  lastSeen.set(connection, { state, looks: 1, at: Date.now() })
  return selected
}
