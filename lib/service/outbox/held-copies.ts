import { buffer } from 'node:stream/consumers'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { findByMessageId } from '@/lib/mail/imap/find-by-message-id'
import { expungeMessages, moveMessages } from '@/lib/mail/imap/move-messages'
import { raisedKeyword } from '@/lib/mail/imap/raised-keyword'
import { storeFlag } from '@/lib/mail/imap/store-flag'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { streamSection } from '@/lib/service/stream-section'
import { withMailbox } from '@/lib/service/with-mailbox'

const uidOf = ({ id }: MessageRef) => Number(id.split('-')[1])

async function inScheduled<T>(
  account: MailAccount,
  messageId: string,
  work: (connection: ImapConnection, uids: number[]) => Promise<T>,
): Promise<T> {
  const { path } = await mailboxById(account, 'scheduled')
  return withMailbox(account, path, async (connection) => {
    const uids = await findByMessageId(connection, messageId)
    return work(
      connection,
      uids.toSorted((a, b) => a - b),
    )
  })
}

/** The message in Scheduled, the newest where a fault left several; null when somebody took it out of there. */
export const findHeldCopy = (account: MailAccount, messageId: string): Promise<MessageRef | null> =>
  inScheduled(account, messageId, async ({ mailbox }, uids) => {
    const newest = uids.at(-1)
    return newest === undefined || mailbox === false ? null : messageRef('scheduled', mailbox.uidValidity, newest)
  })

/** The whole message, in memory. @throws MailError `message-gone` and those of the connection */
export const readHeldCopy = async (account: MailAccount, ref: MessageRef): Promise<Buffer> =>
  buffer(await streamSection(account, ref, ''))

/** Removes the message from Scheduled, every copy but `keep`. */
export const removeHeldCopies = (account: MailAccount, messageId: string, keep: MessageRef | null = null) =>
  inScheduled(account, messageId, async (connection, uids) => {
    const old = uids.filter((uid) => keep === null || uid !== uidOf(keep))
    if (old.length > 0) await expungeMessages(connection, old)
  })

/**
 * Moves the message from Scheduled to Sent; null when it is not in Scheduled. `raised`: it is listed by when it came into Sent, not
 * by when it was put into Scheduled.
 */
export async function moveHeldToSent(
  account: MailAccount,
  messageId: string,
  raised: boolean,
): Promise<MessageRef | null> {
  const sent = await mailboxById(account, 'sent')
  return inScheduled(account, messageId, async (connection, uids) => {
    const newest = uids.at(-1)
    if (newest === undefined) return null
    if (raised) await storeFlag(connection, [newest], raisedKeyword, true)
    const moved = await moveMessages(connection, [newest], sent.path)
    if (uids.length > 1) await expungeMessages(connection, uids.slice(0, -1))
    const uid = moved.uids.get(newest)
    return uid === undefined ? null : messageRef(sent.id, moved.uidValidity, uid)
  })
}
