import type { MailboxObject } from 'imapflow'
import { MailError } from '@/lib/mail/errors'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { executeRaw } from '@/lib/mail/imap/execute-raw'
import { toMailError } from '@/lib/mail/imap/to-mail-error'

/** Where the mail hosts keep views over other mailboxes (mailserver/dovecot/virtual). */
const isVirtual = (path: string) => path.startsWith('virtual/')

/** The names of all mailboxes there were when a connection last selected a view. */
const namesSeen = new WeakMap<ImapConnection, string>()

async function mailboxNames(connection: ImapConnection): Promise<string> {
  const names: string[] = []
  await executeRaw(connection, 'LIST', ['', '*'], ({ payload, literals }) => {
    const line = payload.toString('latin1')
    if (!line.startsWith('* LIST (')) return false
    // The attributes before it come and go with new mail.
    names.push(line.slice(line.indexOf(') ')), ...literals.map((literal) => literal.toString('latin1')))
    return true
  })
  return names.join('\n')
}

async function bringUpToDate(connection: ImapConnection, mailbox: MailboxObject): Promise<MailboxObject> {
  await connection.noop()
  // A view may tell of the first change in one of its mailboxes at the second asking only (docs/decisions/0010).
  if (isVirtual(mailbox.path)) await connection.noop()
  // imapflow keeps to itself that the server said goodbye.
  if (!connection.usable || connection.mailbox === false) {
    throw new MailError('imap-unavailable', 'the server ended the connection')
  }
  return mailbox
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
    const { mailbox } = connection
    const names = isVirtual(path) ? await mailboxNames(connection) : ''
    const isKnown = !isVirtual(path) || namesSeen.get(connection) === names
    if (mailbox !== false && mailbox.path === path && isKnown) return await bringUpToDate(connection, mailbox)
    const selected = await open(connection, path, isVirtual(path) ? 3 : 1)
    if (!isVirtual(path)) return selected
    namesSeen.set(connection, names)
    return await bringUpToDate(connection, selected)
  } catch (error) {
    throw toMailError(error)
  }
}
