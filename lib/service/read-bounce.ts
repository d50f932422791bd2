import type { MailAccount } from '@/lib/auth/signed-in'
import type { Bounce, BounceRecipient } from '@/lib/contract/bounce'
import type { MessageRef } from '@/lib/contract/messages'
import { findQueued } from '@/lib/db/delivery'
import { AppError } from '@/lib/errors'
import { dsnReason } from '@/lib/mail/dsn/dsn-reason'
import { type DsnRecipient, parseDeliveryStatus } from '@/lib/mail/dsn/parse-delivery-status'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { findByMessageId } from '@/lib/mail/imap/find-by-message-id'
import { decodeTransfer } from '@/lib/mail/mime/decode-transfer'
import { describeStructure, type MimePart } from '@/lib/mail/mime/describe-structure'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef, parseMessageId, requireUidValidity } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

const statusBytes = 512 * 1024
const headerBytes = 64 * 1024

type Report = { status: string; headers: string }

const isStatus = ({ type }: MimePart) => type === 'message/delivery-status' || type === 'message/global-delivery-status'
const isOriginal = ({ type }: MimePart) => type === 'message/rfc822' || type === 'text/rfc822-headers'

async function readReport(connection: ImapConnection, ref: MessageRef): Promise<Report> {
  const { uidValidity, uid } = parseMessageId(ref.id)
  requireUidValidity(connection, uidValidity)
  const [items] = await fetchItems(connection, String(uid), ['UID', 'BODYSTRUCTURE'], 'uid')
  if (items === undefined) throw new AppError('message-gone', 'the message is not there any more')
  const parts = describeStructure(items.structure).files.map(({ part }) => part)
  const [status, original] = [parts.find(isStatus), parts.find(isOriginal)]
  if (status === undefined) throw new AppError('not-found', 'the message is no delivery report')
  const wanted = [
    { section: status.part, start: 0, length: statusBytes },
    ...(original === undefined ? [] : [{ section: original.part, start: 0, length: headerBytes }]),
  ]
  const bytes = await fetchSections(connection, uid, wanted)
  const textOf = (part: MimePart | undefined) =>
    part === undefined ? '' : decodeTransfer(bytes.get(part.part) ?? Buffer.alloc(0), part.encoding).toString('utf8')
  return { status: textOf(status), headers: textOf(original) }
}

/** Message-ID of the message a report returns, from its first header; empty when it has none. */
function originalMessageId(headers: string): string {
  const head = headers.split(/\r?\n\r?\n/, 1)[0]?.replace(/\r?\n[ \t]+/g, ' ') ?? ''
  return /^message-id:\s*(<[^<>\s]{1,900}>)/im.exec(head)?.[1] ?? ''
}

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
  const mailbox = await mailboxById(account, ref.mailbox)
  const { status, headers } = await withMailbox(account, mailbox.path, (connection) => readReport(connection, ref))
  const parsed = parseDeliveryStatus(status)
  if (parsed === null) throw new AppError('not-found', 'the report names no recipient')
  const messageId = originalMessageId(headers)
  const original = messageId === '' ? null : await findOriginal(account, messageId)
  const stays = messageId === '' ? [] : await findQueued([messageId])
  const genuine = original !== null || stays.some(({ login }) => login === account.address)
  return { genuine, original, recipients: parsed.recipients.map(toRecipient) }
}
