import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { findByMessageId } from '@/lib/mail/imap/find-by-message-id'
import { atom, searchUidSet, string } from '@/lib/mail/imap/search-uid-set'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

/** A message in Sent that asked for read receipts. */
export type AskedMessage = {
  ref: MessageRef
  subject: string
  /** By its Date field, or its arrival in Sent. */
  sentAt: Date
  /** Addresses of To, Cc and Bcc, lower case. */
  recipients: string[]
}

const request = 'DISPOSITION-NOTIFICATION-TO'

/** The copy in Sent, whatever program sent it; null where there is none, or it asked for nothing. */
export async function findAskedMessage(account: MailAccount, messageId: string): Promise<AskedMessage | null> {
  const sent = await mailboxById(account, 'sent')
  return withMailbox(account, sent.path, async (connection) => {
    const [uid] = await findByMessageId(connection, messageId)
    if (uid === undefined || connection.mailbox === false) return null
    const [items] = await fetchItems(connection, String(uid), ['UID', 'ENVELOPE', 'INTERNALDATE'], 'uid')
    const section = { section: `HEADER.FIELDS (${request})`, start: 0, length: 2_000 }
    const fields = (await fetchSections(connection, uid, [section])).get('HEADER.FIELDS')?.toString('latin1') ?? ''
    if (items === undefined || !fields.includes('@')) return null
    const { to = [], cc = [], bcc = [], subject = '', date } = items.envelope ?? {}
    return {
      ref: messageRef(sent.id, connection.mailbox.uidValidity, uid),
      subject,
      sentAt: date instanceof Date && date.getTime() > 0 ? date : (items.arrival ?? new Date(0)),
      recipients: [...to, ...cc, ...bcc].map(({ address = '' }) => address.toLowerCase()),
    }
  })
}

/** After so long nobody waits for a receipt any more; one that still comes is taken when it is opened. */
const waitedForDays = 30
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `7-Nov-2026` (RFC 9051 date). */
const imapDate = (at: Date) => `${at.getUTCDate()}-${months[at.getUTCMonth()]}-${at.getUTCFullYear()}`

/** Whether something sent lately asked for receipts. */
export async function awaitsReceipts(account: MailAccount): Promise<boolean> {
  const { path } = await mailboxById(account, 'sent')
  const since = new Date(Date.now() - waitedForDays * 24 * 60 * 60 * 1000)
  const keys = [atom('SINCE'), atom(imapDate(since)), atom('HEADER'), atom(request), string('@')]
  return (await withMailbox(account, path, (connection) => searchUidSet(connection, keys))) !== ''
}
