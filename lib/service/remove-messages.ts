import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessagesRemoved } from '@/lib/contract/changes'
import type { MessageRef } from '@/lib/contract/messages'
import { AppError } from '@/lib/errors'
import { expungeMessages } from '@/lib/mail/imap/move-messages'
import { groupByMailbox } from '@/lib/service/group-by-mailbox'
import { withMailbox } from '@/lib/service/with-mailbox'

const forGood = new Set<string | null>(['trash', 'spam', 'drafts'])

/**
 * Removes messages for good. From elsewhere they go to Trash instead, by `applyChanges`.
 * @throws AppError `forbidden` when one of them is not in Trash, Spam or Drafts: then none is removed
 */
export async function removeMessages(account: MailAccount, refs: MessageRef[]): Promise<MessagesRemoved> {
  const groups = await groupByMailbox(account, refs)
  if (groups.some(({ mailbox }) => !forGood.has(mailbox.role))) {
    throw new AppError('forbidden', 'only Trash, Spam and Drafts are emptied for good')
  }
  let removed = 0
  for (const group of groups) {
    removed += await withMailbox(account, group.mailbox.path, async (connection) =>
      group.isCurrent(connection) ? expungeMessages(connection, group.uids) : 0,
    )
  }
  return { removed }
}
