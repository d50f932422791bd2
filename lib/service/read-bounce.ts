import type { MailAccount } from '@/lib/auth/signed-in'
import type { Bounce, BounceRecipient } from '@/lib/contract/bounce'
import type { MessageRef } from '@/lib/contract/messages'
import { findQueued } from '@/lib/db/delivery'
import { AppError } from '@/lib/errors'
import { dsnReason } from '@/lib/mail/dsn/dsn-reason'
import { type DsnRecipient, parseDeliveryStatus } from '@/lib/mail/dsn/parse-delivery-status'
import { findByMessageId } from '@/lib/mail/imap/find-by-message-id'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { readReport } from '@/lib/service/read-report'
import { withMailbox } from '@/lib/service/with-mailbox'

/** Media types of the part of a delivery report that programs read (RFC 3464, RFC 6533). */
const statusTypes = ['message/delivery-status', 'message/global-delivery-status']

const outcomes = {
  failed: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'delivered',
  expanded: 'delivered',
} as const

const toRecipient = ({
  originalRecipient,
  finalRecipient,
  action,
  status,
  diagnostic,
  remoteMta,
}: DsnRecipient): BounceRecipient => ({
  address: originalRecipient || finalRecipient,
  outcome: outcomes[action],
  reason: dsnReason(status, diagnostic),
  words: diagnostic,
  server: remoteMta,
})

async function findOriginal(account: MailAccount, messageId: string): Promise<MessageRef | null> {
  const sent = await mailboxById(account, 'sent')
  return withMailbox(account, sent.path, async (connection) => {
    const [uid] = await findByMessageId(connection, messageId)
    if (uid === undefined || connection.mailbox === false) return null
    return messageRef(sent.id, connection.mailbox.uidValidity, uid)
  })
}

/**
 * A delivery report in plain words. It is believed only where it returns a message that this account sent: by the log of
 * our mail host, or by the copy in Sent.
 * @throws AppError `not-found` when the message is no report, `message-gone`, `mailbox-not-found`; MailError of the connection
 */
export async function readBounce(account: MailAccount, ref: MessageRef): Promise<Bounce> {
  const { status, originalMessageId: messageId } = await readReport(account, ref, statusTypes)
  const parsed = parseDeliveryStatus(status)
  if (parsed === null) throw new AppError('not-found', 'the report names no recipient')
  const original = messageId === '' ? null : await findOriginal(account, messageId)
  const stays = messageId === '' ? [] : await findQueued([messageId])
  const genuine = original !== null || stays.some(({ login }) => login === account.address)
  return { genuine, original, recipients: parsed.recipients.map(toRecipient) }
}
