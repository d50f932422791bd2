import type { MailAccount } from '@/lib/auth/signed-in'
import { isView } from '@/lib/contract/mailboxes'
import type { MessageRef } from '@/lib/contract/messages'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type KnownMailbox, mailboxById } from '@/lib/service/mailbox-directory'
import { parseMessageId } from '@/lib/service/message-ref'

/** Messages of one mailbox and one UIDVALIDITY. */
export type MessageGroup = {
  mailbox: KnownMailbox
  uidValidity: number
  uids: number[]
  /** Whether the UIDs still mean these messages in the mailbox now selected. */
  isCurrent: (connection: ImapConnection) => boolean
}

/**
 * Sorts messages by where they are. Views hold no messages of their own: refs into them are left out.
 * @throws AppError `mailbox-not-found`, `message-gone`
 */
export async function groupByMailbox(account: MailAccount, refs: MessageRef[]): Promise<MessageGroup[]> {
  const groups = new Map<string, MessageGroup>()
  for (const ref of refs) {
    const { uidValidity, uid } = parseMessageId(ref.id)
    const key = `${ref.mailbox} ${uidValidity}`
    const group = groups.get(key) ?? {
      mailbox: await mailboxById(account, ref.mailbox),
      uidValidity,
      uids: [],
      isCurrent: ({ mailbox }: ImapConnection) => mailbox !== false && mailbox.uidValidity === BigInt(uidValidity),
    }
    group.uids.push(uid)
    groups.set(key, group)
  }
  return [...groups.values()].filter((group) => !isView(group.mailbox))
}
