import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageDetail, MessageRef } from '@/lib/contract/messages'
import { AppError } from '@/lib/errors'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type FetchedItems, fetchItems } from '@/lib/mail/imap/fetch-items'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { requestFieldNames } from '@/lib/mail/mdn/receipt-request'
import { readAuthenticationResults } from '@/lib/mail/mime/authentication-results'
import { askAgain } from '@/lib/service/ask-again'
import { toAttachments } from '@/lib/service/attachments'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { contentOf, type MessageContent } from '@/lib/service/message-content'
import { oneLine, toAddresses, toFlags } from '@/lib/service/message-fields'
import { messageRef, parseMessageId, requireUidValidity } from '@/lib/service/message-ref'
import { listFieldNames, listOf } from '@/lib/service/read-list'
import { receiptRequestOf } from '@/lib/service/receipts/receipt-request-of'
import { withMailbox } from '@/lib/service/with-mailbox'

const detailItems = ['UID', 'FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODYSTRUCTURE']

/** UIDs of the messages before and after, by place in the mailbox. */
async function neighbours(connection: ImapConnection, sequence: number) {
  const exists = connection.mailbox === false ? sequence : connection.mailbox.exists
  const around = `${Math.max(1, sequence - 1)}:${Math.min(sequence + 1, Math.max(exists, sequence))}`
  const found = await fetchItems(connection, around, ['UID'], 'sequence')
  const uidAt = (wanted: number) => found.find((message) => message.sequence === wanted)?.uid ?? null
  return { newer: uidAt(sequence + 1), older: uidAt(sequence - 1) }
}

type Read = { items: FetchedItems; content: MessageContent; headers: string } & Pick<MessageDetail, 'list' | 'receipt'>

async function readAll(
  account: MailAccount,
  path: string,
  ref: MessageRef,
  connection: ImapConnection,
  uid: number,
): Promise<Read> {
  const [items] = await fetchItems(connection, String(uid), detailItems, 'uid')
  if (items === undefined) throw new AppError('message-gone', 'the message is not there any more')
  const content = await contentOf(account, path, ref.id, connection, items)
  const fields = `HEADER.FIELDS (AUTHENTICATION-RESULTS ${listFieldNames} ${requestFieldNames})`
  const sections = await fetchSections(connection, uid, [{ section: fields, start: 0, length: 100_000 }])
  const headers = sections.get('HEADER.FIELDS')?.toString('latin1') ?? ''
  const list = await listOf(account, headers)
  const receipt = await receiptRequestOf(account, ref.mailbox, items, headers)
  return { items, content, headers, list, receipt }
}

/** The Date header, or the arrival where it cannot be read (or lies outside what a date can be). */
function dateOf({ envelope, arrival }: FetchedItems): string {
  const date = envelope?.date
  const valid = date instanceof Date && date.getTime() > 0 && date.getTime() < Date.UTC(2200, 0)
  return (valid ? date : (arrival ?? new Date(0))).toISOString()
}

function bodyOf(content: MessageContent): MessageDetail['body'] {
  const html = content.sections.some((section) => section.kind === 'html')
  const empty = content.sections.length === 0
  return {
    kind: empty ? 'empty' : html ? 'html' : 'text',
    hasRemoteContent: content.hasRemoteContent,
    clipped: content.clipped,
    shown: content.shown,
  }
}

const sameAddresses = (a: { address?: string }[] = [], b: { address?: string }[] = []) =>
  a.map(({ address }) => address).join() === b.map(({ address }) => address).join()

function toDetail(account: MailAccount, ref: MessageRef, read: Read): MessageDetail {
  const { items, content, headers, list, receipt } = read
  const envelope = items.envelope ?? {}
  // Servers repeat From where a message has no Sender or Reply-To (RFC 9051 section 7.5.2).
  const sender = sameAddresses(envelope.sender, envelope.from) ? [] : toAddresses(envelope.sender)
  return {
    ref,
    subject: oneLine(envelope.subject ?? ''),
    from: toAddresses(envelope.from),
    sender: sender[0] ?? null,
    replyTo: sameAddresses(envelope.replyTo, envelope.from) ? [] : toAddresses(envelope.replyTo),
    to: toAddresses(envelope.to),
    cc: toAddresses(envelope.cc),
    bcc: toAddresses(envelope.bcc),
    date: dateOf(items),
    size: items.size,
    flags: toFlags(items.flags),
    messageId: oneLine(envelope.messageId ?? '', 1000),
    body: bodyOf(content),
    attachments: toAttachments(content.parts),
    authentication: readAuthenticationResults(headers, account.host.hostname),
    list,
    receipt,
    newer: null,
    older: null,
  }
}

/**
 * A message by its UID in the mailbox selected, which may be a view; `path` and `ref` say where it really is. Without
 * neighbours.
 * @throws AppError `message-gone`
 */
export async function readDetail(
  account: MailAccount,
  path: string,
  ref: MessageRef,
  connection: ImapConnection,
  uid: number,
): Promise<MessageDetail> {
  return toDetail(account, ref, await readAll(account, path, ref, connection, uid))
}

/**
 * One message without its files: who, when, what it says, what hangs on it.
 * @throws AppError `message-gone`, `mailbox-not-found`; MailError of the connection
 */
export const readMessage = (account: MailAccount, ref: MessageRef): Promise<MessageDetail> =>
  askAgain(() => readOnce(account, ref))

async function readOnce(account: MailAccount, ref: MessageRef): Promise<MessageDetail> {
  const mailbox = await mailboxById(account, ref.mailbox)
  const { uidValidity, uid } = parseMessageId(ref.id)
  return withMailbox(account, mailbox.path, async (connection) => {
    requireUidValidity(connection, uidValidity)
    const read = await readAll(account, mailbox.path, ref, connection, uid)
    const around = await neighbours(connection, read.items.sequence)
    const refTo = (other: number | null) => (other === null ? null : messageRef(ref.mailbox, uidValidity, other))
    return { ...toDetail(account, ref, read), newer: refTo(around.newer), older: refTo(around.older) }
  })
}
