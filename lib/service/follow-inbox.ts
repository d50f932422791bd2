import type { MailAccount } from '@/lib/auth/signed-in'
import { followArrivals } from '@/lib/db/arrival-positions'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { withMailbox } from '@/lib/service/with-mailbox'

/**
 * From now on the worker looks at what arrives in the account's inbox, because something waits for an answer there:
 * a snoozed or muted conversation, a follow-up, or a message that asked for read receipts. It stops by itself when nothing waits any more.
 */
export async function followInbox(account: MailAccount): Promise<void> {
  const inbox = await mailboxById(account, 'inbox')
  await withMailbox(account, inbox.path, async ({ mailbox }) => {
    if (mailbox === false) return
    await followArrivals(account.accountId, { uidValidity: Number(mailbox.uidValidity), uidNext: mailbox.uidNext })
  })
}
