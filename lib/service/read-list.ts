import type { MailAccount } from '@/lib/auth/signed-in'
import type { MailingList, MessageRef } from '@/lib/contract/messages'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { readAuthenticationResults } from '@/lib/mail/mime/authentication-results'
import { type HeaderField, headerFields } from '@/lib/mail/mime/head-fields'
import { type ListFields, readListFields } from '@/lib/mail/mime/list-fields'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { parseMessageId, requireUidValidity } from '@/lib/service/message-ref'
import { ownAddresses } from '@/lib/service/own-addresses'
import { withMailbox } from '@/lib/service/with-mailbox'

/** Header fields the list of a message is known from. */
export const listFieldNames = 'LIST-ID LIST-UNSUBSCRIBE LIST-UNSUBSCRIBE-POST TO CC DELIVERED-TO'

/** How one may leave. A POST is made for signed messages only (RFC 8058 section 4): others could make us visit anything. */
const wayOf = ({ leave }: ListFields, signed: boolean): MailingList['leave'] =>
  leave.oneClick && signed ? 'one-click' : leave.mailto !== null ? 'mail' : leave.https !== null ? 'link' : null

/**
 * The own address a message was to, which is the one the list knows: an alias, or one with a +tag. Delivered-To comes last, for
 * it has the address an alias led to.
 */
export async function writtenTo(account: MailAccount, fields: HeaderField[]): Promise<string> {
  const own = await ownAddresses(account)
  const isOwn = (address: string) => own.has(address) || own.has(address.replace(/^([^+@]+)\+[^@]+@/, '$1@'))
  const named = ['to', 'cc', 'delivered-to'].flatMap((name) => fields.filter((field) => field.name === name))
  const addresses = named.flatMap(({ value }) => value.toLowerCase().match(/[^\s<>",;:()]+@[^\s<>",;:()]+/g) ?? [])
  return addresses.find(isOwn) ?? account.address
}

async function leavingBy(account: MailAccount, head: string) {
  const fields = headerFields(head)
  const list = readListFields(fields)
  const { id, leave } = list
  const way = wayOf(list, readAuthenticationResults(head, account.host.hostname)?.dkim === 'pass')
  const mailto = way === 'mail' ? leave.mailto : null
  const mail = mailto && { from: await writtenTo(account, fields), to: mailto.address, subject: mailto.subject }
  return { id, leave, way, mail }
}

/** The mailing list as the contract has it, from the head of a message; null for what is none. */
export async function listOf(account: MailAccount, head: string): Promise<MailingList | null> {
  const { id, leave, way, mail } = await leavingBy(account, head)
  if (id === '' && way === null) return null
  return { id, leave: way, link: way === 'link' ? leave.https : null, mail }
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
  return leavingBy(account, head)
}
