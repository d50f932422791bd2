import type { MailAccount } from '@/lib/auth/signed-in'
import type { FolderDeleted } from '@/lib/contract/folders'
import * as imap from '@/lib/mail/imap/change-folders'
import { moveMessages } from '@/lib/mail/imap/move-messages'
import { oldestUids } from '@/lib/mail/imap/oldest-uids'
import { isBelow, ownFolder } from '@/lib/service/folder-place'
import { type KnownMailbox, mailboxById, readDirectory } from '@/lib/service/mailbox-directory'
import { timeBudget } from '@/lib/service/time-budget'
import { forgetMailbox, withConnection, withMailbox } from '@/lib/service/with-mailbox'

const chunk = 1_000

type Budget = ReturnType<typeof timeBudget>

/** Moves what is in a folder to Trash until it is empty or time is up. */
async function empty(account: MailAccount, folder: KnownMailbox, trash: string, budget: Budget) {
  let moved = 0
  while (!budget.isSpent()) {
    const uids = await withMailbox(account, folder.path, async (connection) => {
      const oldest = await oldestUids(connection, chunk)
      if (oldest.length > 0) await moveMessages(connection, oldest, trash)
      return oldest
    })
    moved += uids.length
    if (uids.length === 0) return { moved, done: true }
  }
  return { moved, done: false }
}

/**
 * Removes a folder and those in it; their messages go to Trash first. What is done stays done: called again, it goes on
 * with the rest.
 * @throws AppError `mailbox-not-found`, `forbidden`; MailError of the connection, `quota-exceeded`
 */
export async function deleteFolder(account: MailAccount, id: string): Promise<FolderDeleted> {
  const folder = await ownFolder(account, id)
  const trash = await mailboxById(account, 'trash')
  const budget = timeBudget()
  const inside = (await readDirectory(account)).filter(({ path }) => isBelow(folder, path))
  // From the inside out: a folder goes only once nothing is in it.
  const all = [...inside.sort((a, b) => b.path.length - a.path.length), folder]
  let moved = 0
  for (const one of all) {
    const emptied = await empty(account, one, trash.path, budget)
    moved += emptied.moved
    if (!emptied.done) return { moved, done: false }
    await withConnection(account, (connection) => imap.deleteFolder(connection, one.path))
    forgetMailbox(account.address, one.path)
  }
  await readDirectory(account)
  return { moved, done: true }
}
