import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type FetchedItems, fetchItems } from '@/lib/mail/imap/fetch-items'
import { atom, searchUidSet, string } from '@/lib/mail/imap/search-uid-set'
import { mailboxById, mailboxByPath } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

/** A message of a conversation, as work that nobody watches needs it. */
export type ConversationMessage = {
  ref: MessageRef
  messageId: string
  flags: Set<string>
  arrival: Date
  /** Addresses of From, lower case. */
  from: string[]
}

const items = ['UID', 'FLAGS', 'INTERNALDATE', 'ENVELOPE', 'X-MAILBOX', 'X-REAL-UID']

async function toMessage(account: MailAccount, found: FetchedItems): Promise<ConversationMessage> {
  const mailbox = await mailboxByPath(account, found.realMailbox)
  return {
    ref: messageRef(mailbox.id, mailbox.uidValidity, found.realUid),
    messageId: found.envelope?.messageId ?? '',
    flags: found.flags,
    arrival: found.arrival ?? new Date(0),
    from: (found.envelope?.from ?? []).map(({ address }) => address?.toLowerCase() ?? ''),
  }
}

/** All messages threaded with one of this Message-ID (INTHREAD of the search extensions Dovecot has). */
async function readThread(connection: ImapConnection, messageId: string): Promise<FetchedItems[]> {
  if (connection.mailbox === false || connection.mailbox.exists === 0) return []
  const inner = [atom('HEADER'), atom('MESSAGE-ID'), string(messageId)]
  const uids = await searchUidSet(connection, [atom('INTHREAD'), atom('REFS'), inner])
  return uids === '' ? [] : fetchItems(connection, uids, items, 'uid')
}

/**
 * The conversation of a message, all mailboxes but Spam and Trash, oldest arrival first; empty when there is none of this
 * Message-ID (with angle brackets).
 * @throws MailError of the connection
 */
export async function findConversation(account: MailAccount, messageId: string): Promise<ConversationMessage[]> {
  const all = await mailboxById(account, 'all')
  const found = await withMailbox(account, all.path, (connection) => readThread(connection, messageId))
  const messages: ConversationMessage[] = []
  for (const item of found) messages.push(await toMessage(account, item))
  return messages.sort((a, b) => a.arrival.getTime() - b.arrival.getTime())
}
