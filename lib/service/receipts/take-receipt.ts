import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { Receipt } from '@/lib/contract/receipts'
import { sendNotice } from '@/lib/db/notices'
import { keepReceipt } from '@/lib/db/read-receipts'
import { AppError } from '@/lib/errors'
import type { FetchedItems } from '@/lib/mail/imap/fetch-items'
import { type Disposition, parseDisposition } from '@/lib/mail/mdn/parse-disposition'
import { oneLine } from '@/lib/service/message-fields'
import { readReport } from '@/lib/service/read-report'
import { type AskedMessage, findAskedMessage } from '@/lib/service/receipts/asked-message'

/** Media types of the part of a receipt that programs read (RFC 8098, RFC 6533). */
const receiptTypes = ['message/disposition-notification', 'message/global-disposition-notification']

/**
 * For which recipient it speaks: its From where that is one (so nobody speaks for the one beside them), else the recipient it
 * names, as where an alias led to somebody. Null when the message went to none of them.
 */
function recipientOf(message: AskedMessage, { items }: { items: FetchedItems }, said: Disposition): string | null {
  const from = (items.envelope?.from ?? []).map(({ address = '' }) => address)
  const named = [...from, said.originalRecipient, said.finalRecipient].map((address) => address.toLowerCase())
  return named.find((address) => message.recipients.includes(address)) ?? null
}

/** When it was written by its own word, but not before the message was sent or after the receipt came. */
function timeOf({ envelope, arrival }: FetchedItems, { sentAt }: AskedMessage): Date {
  const came = arrival ?? new Date()
  const said = envelope?.date instanceof Date && envelope.date.getTime() > 0 ? envelope.date : came
  return new Date(Math.min(Math.max(said.getTime(), sentAt.getTime()), came.getTime()))
}

/**
 * Takes a read receipt: where it is for a message in Sent that asked for one, and speaks for a recipient of it, that is kept. All
 * else changes nothing and is told as not genuine.
 * @throws AppError `not-found` when the message is no receipt, `message-gone`, `mailbox-not-found`; MailError of the connection
 */
export async function takeReceipt(account: MailAccount, ref: MessageRef): Promise<Receipt> {
  const report = await readReport(account, ref, receiptTypes)
  const said = parseDisposition(report.status)
  if (said === null) throw new AppError('not-found', 'it does not say that a message was opened')
  const messageId = said.originalMessageId || report.originalMessageId
  const message = messageId === '' ? null : await findAskedMessage(account, messageId)
  const recipient = message === null ? null : recipientOf(message, report, said)
  if (message === null || recipient === null) return { genuine: false }
  const at = timeOf(report.items, message)
  if (await keepReceipt(account.accountId, messageId, { recipient, kind: said.kind, at })) {
    await sendNotice({ accountId: account.accountId, topic: 'delivery', id: messageId })
  }
  return {
    genuine: true,
    original: message.ref,
    subject: oneLine(message.subject),
    recipient,
    kind: said.kind,
    at: at.toISOString(),
  }
}
