import type { MessageRef } from '@/lib/contract/messages'
import { AppError } from '@/lib/errors'
import { MailError } from '@/lib/mail/errors'
import type { ImapConnection } from '@/lib/mail/imap/connection'

/** UIDVALIDITY and UID of a message id of the contract. @throws AppError `message-gone` */
export function parseMessageId(id: string): { uidValidity: number; uid: number } {
  const [uidValidity = Number.NaN, uid = Number.NaN] = id.split('-').map(Number)
  if (!(uidValidity > 0 && uid > 0 && uidValidity <= 0xffffffff && uid <= 0xffffffff)) {
    throw new AppError('message-gone', 'not a message id')
  }
  return { uidValidity, uid }
}

/** A message of a mailbox as the contract names it. */
export const messageRef = (mailbox: string, uidValidity: number | bigint, uid: number): MessageRef => ({
  mailbox,
  id: `${uidValidity}-${uid}`,
})

/** Ids of another UIDVALIDITY name nothing in the selected mailbox. @throws MailError `message-gone` */
export function requireUidValidity(connection: ImapConnection, uidValidity: number): void {
  if (connection.mailbox === false || connection.mailbox.uidValidity !== BigInt(uidValidity)) {
    throw new MailError('message-gone', 'the mailbox was made anew since')
  }
}
