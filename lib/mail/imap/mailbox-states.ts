import type { ImapConnection } from '@/lib/mail/imap/connection'
import { toMailError } from '@/lib/mail/imap/to-mail-error'

/** Where a mailbox stands. An arrival raises `uidNext`; what else changes the set of messages changes `messages`. */
export type MailboxState = { path: string; uidValidity: number; uidNext: number; messages: number }

const views = new Set(['\\All', '\\Flagged'])

/** A mailbox may go away between the two commands: imapflow then answers `false`, or throws. */
async function statusUnlessGone(connection: ImapConnection, path: string) {
  try {
    return await connection.status(path, { messages: true, uidNext: true, uidValidity: true })
  } catch (error) {
    const fault = toMailError(error)
    if (fault.code === 'mailbox-not-found') return false
    throw fault
  }
}

/**
 * The state of every mailbox that holds messages itself: views over others are left out, because their STATUS has to
 * look into all of them.
 */
export async function mailboxStates(connection: ImapConnection): Promise<MailboxState[]> {
  try {
    const states: MailboxState[] = []
    for (const { path, flags, specialUse } of await connection.list()) {
      if (flags.has('\\Noselect') || flags.has('\\NonExistent') || views.has(specialUse ?? '')) continue
      const status = await statusUnlessGone(connection, path)
      if (!status) continue
      const { messages = 0, uidNext = 0, uidValidity = 0n } = status
      states.push({ path, messages, uidNext, uidValidity: Number(uidValidity) })
    }
    return states
  } catch (error) {
    throw toMailError(error)
  }
}
