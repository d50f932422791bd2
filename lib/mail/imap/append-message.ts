import { readFile } from 'node:fs/promises'
import { MailError } from '@/lib/mail/errors'
import { answered } from '@/lib/mail/imap/answered'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { toMailError } from '@/lib/mail/imap/to-mail-error'

/**
 * Stores a message from a file, or from memory, in a mailbox. `before` is put in front: header fields that only this copy has.
 * imapflow wants the literal as one buffer, so the message is in memory for as long as the server takes it.
 * @returns where it is now (UIDPLUS, RFC 4315)
 * @throws MailError `quota-exceeded`, `mailbox-not-found`, `imap-refused`, `imap-unavailable`
 */
export async function appendMessage(
  connection: ImapConnection,
  path: string,
  message: { file: string; before: string } | { content: Buffer },
  flags: string[],
): Promise<{ uidValidity: bigint; uid: number }> {
  const content =
    'content' in message ? message.content : Buffer.concat([Buffer.from(message.before), await readFile(message.file)])
  const stored = await connection.append(path, content, flags).then(answered, (error: unknown) => {
    throw toMailError(error)
  })
  if (stored.uid === undefined || stored.uidValidity === undefined) {
    throw new MailError('imap-refused', 'APPEND gave no UID')
  }
  return { uidValidity: BigInt(stored.uidValidity), uid: stored.uid }
}
