import type { MailAccount } from '@/lib/auth/signed-in'
import type { MailingList, MessageRef } from '@/lib/contract/messages'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { readAuthenticationResults } from '@/lib/mail/mime/authentication-results'
import { headerFields } from '@/lib/mail/mime/head-fields'
import { type ListFields, readListFields } from '@/lib/mail/mime/list-fields'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { parseMessageId, requireUidValidity } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

/** Header fields the list of a message is known from. */
export const listFieldNames = 'LIST-ID LIST-UNSUBSCRIBE LIST-UNSUBSCRIBE-POST'

/** How one may leave. A POST is made for signed messages only (RFC 8058 section 4): others could make us visit anything. */
const wayOf = ({ leave }: ListFields, signed: boolean): MailingList['leave'] =>
  leave.oneClick && signed ? 'one-click' : leave.mailto !== null ? 'mail' : leave.https !== null ? 'link' : null

/** The mailing list as the contract has it, from the head of a message; null for what is none. */
export function listOf(head: string, server: string): MailingList | null {
  const list = readListFields(headerFields(head))
  const way = wayOf(list, readAuthenticationResults(head, server)?.dkim === 'pass')
  if (list.id === '' && way === null) return null
  return { id: list.id, leave: way, link: way === 'link' ? list.leave.https : null }
}

/** @throws AppError `message-gone`, `mailbox-not-found`; MailError of the connection */
export async function readList(account: MailAccount, ref: MessageRef) {
  const mailbox = await mailboxById(account, ref.mailbox)
  const { uidValidity, uid } = parseMessageId(ref.id)
  const section = `HEADER.FIELDS (AUTHENTICATION-RESULTS ${listFieldNames})`
  const head = await withMailbox(account, mailbox.path, async (connection) => {
    requireUidValidity(connection, uidValidity)
    const found = await fetchSections(connection, uid, [{ section, start: 0, length: 100_000 }])
    return found.get('HEADER.FIELDS')?.toString('latin1') ?? ''
  })
  const list = readListFields(headerFields(head))
  const signed = readAuthenticationResults(head, account.host.hostname)?.dkim === 'pass'
  return { leave: list.leave, way: wayOf(list, signed) }
}
