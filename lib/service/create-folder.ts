import type { MailAccount } from '@/lib/auth/signed-in'
import type { CreateFolder, FolderSaved } from '@/lib/contract/folders'
import * as imap from '@/lib/mail/imap/change-folders'
import { folderPath } from '@/lib/service/folder-place'
import { mailboxByPath, readDirectory } from '@/lib/service/mailbox-directory'
import { withConnection } from '@/lib/service/with-mailbox'

/**
 * Makes a folder, at the top or in another one.
 * @throws AppError `name-refused`, `mailbox-exists`, `mailbox-not-found`; MailError of the connection
 */
export async function createFolder(account: MailAccount, { name, parent }: CreateFolder): Promise<FolderSaved> {
  const path = await folderPath(account, name, parent)
  await withConnection(account, (connection) => imap.createFolder(connection, path))
  await readDirectory(account)
  return { id: (await mailboxByPath(account, path)).id }
}
