import type { MailAccount } from '@/lib/auth/signed-in'
import type { Draft } from '@/lib/contract/drafts'
import type { MessageRef } from '@/lib/contract/messages'
import { appendMessage } from '@/lib/mail/imap/append-message'
import { findByMessageId } from '@/lib/mail/imap/find-by-message-id'
import { expungeMessages } from '@/lib/mail/imap/move-messages'
import { bccField } from '@/lib/mail/mime/build-message'
import type { Recipients } from '@/lib/service/draft-addresses'
import type { BuiltMessage } from '@/lib/service/draft-message'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { withConnection, withMailbox } from '@/lib/service/with-mailbox'

const dayMs = 24 * 60 * 60 * 1000

/** 15 seconds as for everything, and one more for each half megabyte. */
const appendMs = ({ size }: BuiltMessage) => 15_000 + size / 500

/** Stores a built message in one's own mailbox, with the Bcc that the copy on the wire does not have. */
export async function storeCopy(
  account: MailAccount,
  mailboxId: 'drafts' | 'scheduled',
  built: BuiltMessage,
  { bcc }: Recipients,
): Promise<MessageRef> {
  const mailbox = await mailboxById(account, mailboxId)
  const flags = mailboxId === 'drafts' ? ['\\Draft', '\\Seen'] : ['\\Seen']
  const message = { file: built.file, before: bccField(bcc) }
  const stored = await withConnection(
    account,
    (imap) => appendMessage(imap, mailbox.path, message, flags),
    appendMs(built),
  )
  return messageRef(mailbox.id, stored.uidValidity, stored.uid)
}

/** The copy in Sent of a message that has already left, or null. Looks back two days before `from`. */
export async function findSentCopy(
  account: MailAccount,
  messageId: string,
  from = new Date(),
): Promise<MessageRef | null> {
  const mailbox = await mailboxById(account, 'sent')
  return withMailbox(account, mailbox.path, async (imap) => {
    const [uid] = await findByMessageId(imap, messageId, new Date(from.getTime() - 2 * dayMs))
    return uid === undefined || imap.mailbox === false ? null : messageRef(mailbox.id, imap.mailbox.uidValidity, uid)
  })
}

/** Removes every version of a draft from Drafts but `keep`: also one whose reference was lost with an answer. */
export async function removeVersions(account: MailAccount, draft: Pick<Draft, 'messageId'>, keep: MessageRef | null) {
  const mailbox = await mailboxById(account, 'drafts')
  await withMailbox(account, mailbox.path, async (imap) => {
    const found = await findByMessageId(imap, draft.messageId)
    const kept = keep === null ? Number.NaN : Number(keep.id.split('-')[1])
    const old = found.filter((uid) => uid !== kept)
    if (old.length > 0) await expungeMessages(imap, old)
  })
}
