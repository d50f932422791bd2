import type { MailAccount } from '@/lib/auth/signed-in'
import type { ReceiptRequest } from '@/lib/contract/messages'
import type { FetchedItems } from '@/lib/mail/imap/fetch-items'
import { hasFlag } from '@/lib/mail/imap/store-flag'
import { readReceiptRequest } from '@/lib/mail/mdn/receipt-request'
import { headerFields } from '@/lib/mail/mime/head-fields'
import { readMessageIds } from '@/lib/mail/mime/reply'
import { ownAddresses } from '@/lib/service/own-addresses'

/** The request was answered, by a receipt or by none (RFC 3503): no program asks again. */
export const answeredKeyword = '$MDNSent'

export const isAnswered = ({ flags }: Pick<FetchedItems, 'flags'>): boolean => hasFlag(flags, answeredKeyword)

/** What came from oneself, and what is unwanted, is told nothing. */
const silent = new Set(['spam', 'trash', 'sent', 'drafts', 'scheduled'])

/** The request of a message that is still to be answered; `head` holds the fields it is known from. Null where there is none. */
export async function receiptRequestOf(
  account: MailAccount,
  mailboxId: string,
  items: Pick<FetchedItems, 'flags' | 'envelope'>,
  head: string,
): Promise<ReceiptRequest | null> {
  if (silent.has(mailboxId) || isAnswered(items)) return null
  // without a Message-ID nobody could tell which message the receipt is for
  if (readMessageIds(items.envelope?.messageId ?? '').length !== 1) return null
  const request = readReceiptRequest(headerFields(head))
  if (request === null) return null
  const own = await ownAddresses(account)
  const isOwn = (items.envelope?.from ?? []).some(({ address = '' }) => own.has(address.toLowerCase()))
  return isOwn ? null : request
}
