import { MailError } from '@/lib/mail/errors'
import { execute, type ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { inChunks } from '@/lib/mail/imap/in-chunks'
import { toMailError } from '@/lib/mail/imap/to-mail-error'

/** Where moved messages are now: old UID to new UID in a mailbox of this UIDVALIDITY (COPYUID, RFC 4315). */
export type MovedMessages = { uidValidity: number; uids: Map<number, number> }

/**
 * Moves messages of the selected mailbox to `destination` (RFC 6851). Messages that are gone are left out.
 * @throws MailError `imap-refused` with the server's words, `quota-exceeded`, `mailbox-not-found`
 */
export async function moveMessages(
  connection: ImapConnection,
  uids: number[],
  destination: string,
): Promise<MovedMessages> {
  const chunks = await inChunks(uids, (chunk) => moveOnce(connection, chunk, destination))
  const uidValidity = chunks.find((moved) => moved.uidValidity > 0)?.uidValidity ?? 0
  return { uidValidity, uids: new Map(chunks.flatMap((moved) => [...moved.uids])) }
}

async function moveOnce(connection: ImapConnection, uids: number[], destination: string): Promise<MovedMessages> {
  const present = await fetchItems(connection, uids.join(','), ['UID'], 'uid')
  if (present.length === 0) return { uidValidity: 0, uids: new Map() }
  try {
    const range = present.map(({ uid }) => uid).join(',')
    const moved = await connection.messageMove(range, destination, { uid: true })
    // imapflow answers a refusal with `false` and keeps the reason to its log.
    if (!moved) throw new MailError('imap-refused', 'the server did not move the messages')
    return { uidValidity: Number(moved.uidValidity ?? 0), uids: moved.uidMap ?? new Map() }
  } catch (error) {
    throw toMailError(error)
  }
}

/** Removes messages of the selected mailbox for good (UID EXPUNGE touches no other deleted message). */
export async function expungeMessages(connection: ImapConnection, uids: number[]): Promise<number> {
  const removed = await inChunks(uids, (chunk) => expungeOnce(connection, chunk))
  return removed.reduce((sum, count) => sum + count, 0)
}

async function expungeOnce(connection: ImapConnection, uids: number[]): Promise<number> {
  const present = await fetchItems(connection, uids.join(','), ['UID'], 'uid')
  if (present.length === 0) return 0
  const range = { type: 'SEQUENCE', value: present.map(({ uid }) => uid).join(',') }
  const deleted = [{ type: 'ATOM', value: '\\Deleted' }]
  await execute(connection, 'UID STORE', [range, { type: 'ATOM', value: '+FLAGS.SILENT' }, deleted])
  await execute(connection, 'UID EXPUNGE', [range])
  return present.length
}
