import type { MailAccount } from '@/lib/auth/signed-in'
import type { LabelDeleted } from '@/lib/contract/labels'
import { isView } from '@/lib/contract/mailboxes'
import { removeLabelRow } from '@/lib/db/labels'
import { removeKeyword } from '@/lib/mail/imap/keywords'
import { keywordOfLabel } from '@/lib/service/label-directory'
import { readDirectory } from '@/lib/service/mailbox-directory'
import { timeBudget } from '@/lib/service/time-budget'
import { withMailbox } from '@/lib/service/with-mailbox'

const chunk = 5_000

/**
 * Takes a label off every message, in Spam and Trash too, and forgets it. The messages stay where they are. What is
 * done stays done: called again, it goes on with the rest.
 * @throws AppError `label-not-found`; MailError of the connection
 */
export async function deleteLabel(account: MailAccount, id: string): Promise<LabelDeleted> {
  const keyword = await keywordOfLabel(account, id)
  const budget = timeBudget()
  let removed = 0
  for (const mailbox of await readDirectory(account)) {
    let more = !isView(mailbox) && mailbox.total > 0
    while (more) {
      if (budget.isSpent()) return { removed, done: false }
      const count = await withMailbox(account, mailbox.path, (connection) => removeKeyword(connection, keyword, chunk))
      removed += count
      more = count === chunk
    }
  }
  await removeLabelRow(account.accountId, keyword)
  return { removed, done: true }
}
