import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import { copyMessages, moveMessages } from '@/lib/mail/imap/move-messages'
import { raisedKeyword } from '@/lib/mail/imap/raised-keyword'
import { storeFlag } from '@/lib/mail/imap/store-flag'
import { groupByMailbox } from '@/lib/service/group-by-mailbox'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

/**
 * Brings a message, or a copy of it, to the end of the inbox, which is the top of the list, unread.
 * @returns where it is there; null when it is gone
 */
export async function raiseInInbox(account: MailAccount, ref: MessageRef, copy: boolean): Promise<MessageRef | null> {
  const inbox = await mailboxById(account, 'inbox')
  for (const group of await groupByMailbox(account, [ref])) {
    const raised = await withMailbox(account, group.mailbox.path, async (connection) => {
      if (!group.isCurrent(connection)) return null
      await storeFlag(connection, group.uids, raisedKeyword, true)
      return (copy ? copyMessages : moveMessages)(connection, group.uids, inbox.path)
    })
    const [uid] = raised?.uids.values() ?? []
    if (raised === null || uid === undefined) continue
    await withMailbox(account, inbox.path, (connection) => storeFlag(connection, [uid], '\\Seen', false))
    return messageRef(inbox.id, raised.uidValidity, uid)
  }
  return null
}
