import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { ReceiptAnswer, ReceiptAnswered } from '@/lib/contract/receipts'
import { AppError } from '@/lib/errors'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type FetchedItems, fetchItems } from '@/lib/mail/imap/fetch-items'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { storeFlag } from '@/lib/mail/imap/store-flag'
import { requestFieldNames } from '@/lib/mail/mdn/receipt-request'
import { headerFields } from '@/lib/mail/mime/head-fields'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { parseMessageId, requireUidValidity } from '@/lib/service/message-ref'
import { listFieldNames, writtenTo } from '@/lib/service/read-list'
import { answeredKeyword, isAnswered, receiptRequestOf } from '@/lib/service/receipts/receipt-request-of'
import { type ReadMessage, sendReceipt } from '@/lib/service/receipts/send-receipt'
import { withMailbox } from '@/lib/service/with-mailbox'

/** What a receipt returns of the message: what its sender wrote, nothing that our servers found out about it. */
const returnedFields = 'DATE FROM TO CC SUBJECT MESSAGE-ID IN-REPLY-TO REFERENCES DISPOSITION-NOTIFICATION-TO'
const returnedBytes = 16_000

async function fields(connection: ImapConnection, uid: number, names: string, length: number): Promise<Buffer> {
  const found = await fetchSections(connection, uid, [{ section: `HEADER.FIELDS (${names})`, start: 0, length }])
  return found.get('HEADER.FIELDS') ?? Buffer.alloc(0)
}

/** Whole lines only, without the empty one at the end. */
function wholeLines(header: Buffer): Buffer {
  const text = header.toString('latin1')
  return Buffer.from(text.slice(0, text.lastIndexOf('\r\n') + 2).replace(/(\r\n)+$/, '\r\n'), 'latin1')
}

type Asked = { items: FetchedItems; head: string; returned: Buffer }

async function readAsked(connection: ImapConnection, ref: MessageRef): Promise<Asked> {
  const { uidValidity, uid } = parseMessageId(ref.id)
  requireUidValidity(connection, uidValidity)
  const [items] = await fetchItems(connection, String(uid), ['UID', 'FLAGS', 'ENVELOPE'], 'uid')
  if (items === undefined) throw new AppError('message-gone', 'the message is not there any more')
  const head = await fields(connection, uid, `${listFieldNames} ${requestFieldNames}`, 100_000)
  const returned = wholeLines(await fields(connection, uid, returnedFields, returnedBytes))
  return { items, head: head.toString('latin1'), returned }
}

async function readMessageOf(
  account: MailAccount,
  { head, items, returned }: Asked,
  to: string[],
): Promise<ReadMessage> {
  const { envelope } = items
  const date = envelope?.date
  return {
    messageId: envelope?.messageId?.trim() ?? '',
    subject: envelope?.subject ?? '',
    date: date instanceof Date && !Number.isNaN(date.getTime()) ? date : new Date(),
    reader: await writtenTo(account, headerFields(head)),
    to,
    header: returned,
  }
}

/**
 * Answers the request of a message for a read receipt, once: sends one, or none, and marks the message so that no program
 * asks again. The mark comes after the receipt has left.
 * @throws AppError `not-found` for a message that asks for none, `message-gone`, those of sending; MailError of the connection
 */
export async function answerReceipt(
  account: MailAccount,
  ref: MessageRef,
  answer: ReceiptAnswer,
): Promise<ReceiptAnswered> {
  const mailbox = await mailboxById(account, ref.mailbox)
  const asked = await withMailbox(account, mailbox.path, (connection) => readAsked(connection, ref))
  if (isAnswered(asked.items)) return { outcome: 'before' }
  const request = await receiptRequestOf(account, ref.mailbox, asked.items, asked.head)
  if (request === null) throw new AppError('not-found', 'the message asks for no receipt')
  if (answer.send) await sendReceipt(account, await readMessageOf(account, asked, request.to))
  await withMailbox(account, mailbox.path, (connection) =>
    storeFlag(connection, [asked.items.uid], answeredKeyword, true),
  )
  return { outcome: answer.send ? 'sent' : 'declined' }
}
