import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import { AppError } from '@/lib/errors'
import { type FetchedItems, fetchItems } from '@/lib/mail/imap/fetch-items'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { decodeTransfer } from '@/lib/mail/mime/decode-transfer'
import { describeStructure, type MimePart } from '@/lib/mail/mime/describe-structure'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { parseMessageId, requireUidValidity } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

const statusBytes = 512 * 1024
const headerBytes = 64 * 1024

/** What a program wrote about a message (RFC 6522): the part programs read, and the header of that message. */
export type Report = {
  status: string
  /** Message-ID of the message it is about, with angle brackets, from its header; empty when that is not there. */
  originalMessageId: string
  /** Envelope and arrival of the report itself. */
  items: FetchedItems
}

const isOriginal = ({ type }: MimePart) => type === 'message/rfc822' || type === 'text/rfc822-headers'

/** From the first header of what is returned. */
function originalMessageId(headers: string): string {
  const head = headers.split(/\r?\n\r?\n/, 1)[0]?.replace(/\r?\n[ \t]+/g, ' ') ?? ''
  return /^message-id:\s*(<[^<>\s]{1,900}>)/im.exec(head)?.[1] ?? ''
}

/**
 * Reads a report; `types` are those of the part that programs read.
 * @throws AppError `not-found` when the message is no such report, `message-gone`, `mailbox-not-found`; MailError of the connection
 */
export async function readReport(account: MailAccount, ref: MessageRef, types: readonly string[]): Promise<Report> {
  const mailbox = await mailboxById(account, ref.mailbox)
  const { uidValidity, uid } = parseMessageId(ref.id)
  return withMailbox(account, mailbox.path, async (connection) => {
    requireUidValidity(connection, uidValidity)
    const wanted = ['UID', 'BODYSTRUCTURE', 'ENVELOPE', 'INTERNALDATE']
    const [items] = await fetchItems(connection, String(uid), wanted, 'uid')
    if (items === undefined) throw new AppError('message-gone', 'the message is not there any more')
    const parts = describeStructure(items.structure).files.map(({ part }) => part)
    const [status, original] = [parts.find(({ type }) => types.includes(type)), parts.find(isOriginal)]
    if (status === undefined) throw new AppError('not-found', 'the message is no such report')
    const sections = [
      { section: status.part, start: 0, length: statusBytes },
      ...(original === undefined ? [] : [{ section: original.part, start: 0, length: headerBytes }]),
    ]
    const bytes = await fetchSections(connection, uid, sections)
    const textOf = (part: MimePart | undefined) =>
      part === undefined ? '' : decodeTransfer(bytes.get(part.part) ?? Buffer.alloc(0), part.encoding).toString('utf8')
    return { status: textOf(status), originalMessageId: originalMessageId(textOf(original)), items }
  })
}
