import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageDetail, MessageRef } from '@/lib/contract/messages'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { readMessageIds } from '@/lib/mail/mime/reply'
import { type DraftNote, draftNoteHeader, readDraftNote } from '@/lib/service/draft-note'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { type MessageContent, readContent } from '@/lib/service/message-content'
import { parseMessageId, requireUidValidity } from '@/lib/service/message-ref'
import { readMessage } from '@/lib/service/read-message'
import { withMailbox } from '@/lib/service/with-mailbox'

/** A message that is answered, forwarded or opened again. */
export type DraftSource = {
  ref: MessageRef
  detail: MessageDetail
  content: MessageContent
  inReplyTo: string[]
  references: string[]
  note: DraftNote | null
}

const longestFields = 200_000

/** @throws AppError `message-gone`, `mailbox-not-found`; MailError of the connection */
export async function readSource(account: MailAccount, ref: MessageRef): Promise<DraftSource> {
  const [detail, content, fields] = [
    await readMessage(account, ref),
    await readContent(account, ref),
    await readFields(account, ref),
  ]
  return {
    ref,
    detail,
    content,
    inReplyTo: readMessageIds(fieldOf(fields, 'in-reply-to')),
    references: readMessageIds(fieldOf(fields, 'references')),
    note: readDraftNote(fieldOf(fields, draftNoteHeader)),
  }
}

async function readFields(account: MailAccount, ref: MessageRef): Promise<string> {
  const mailbox = await mailboxById(account, ref.mailbox)
  const { uidValidity, uid } = parseMessageId(ref.id)
  const section = `HEADER.FIELDS (REFERENCES IN-REPLY-TO ${draftNoteHeader.toUpperCase()})`
  const found = await withMailbox(account, mailbox.path, async (connection) => {
    requireUidValidity(connection, uidValidity)
    return fetchSections(connection, uid, [{ section, start: 0, length: longestFields }])
  })
  return found.get('HEADER.FIELDS')?.toString('latin1') ?? ''
}

/** The first field of that name, unfolded (RFC 5322 section 2.2.3). */
function fieldOf(fields: string, name: string): string {
  const unfolded = fields.replace(/\r?\n(?=[ \t])/g, ' ').split(/\r?\n/)
  const line = unfolded.find((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line?.slice(name.length + 1) ?? ''
}
