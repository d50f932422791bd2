import type { MailAccount } from '@/lib/auth/signed-in'
import type { ChangeFolder, FolderSaved } from '@/lib/contract/folders'
import { AppError } from '@/lib/errors'
import { renameFolder } from '@/lib/mail/imap/change-folders'
import { folderPath, isBelow, ownFolder } from '@/lib/service/folder-place'
import { type KnownMailbox, mailboxByPath, readDirectory } from '@/lib/service/mailbox-directory'
import { forgetMailbox, withConnection } from '@/lib/service/with-mailbox'

/** The folder a folder is in, null at the top. A level that is no mailbox itself is kept as it is. */
function placeOf({ path, delimiter }: KnownMailbox): { name: string; parentPath: string | null } {
  const levels = path.split(delimiter)
  const name = levels.pop() ?? path
  return { name, parentPath: levels.length === 0 ? null : levels.join(delimiter) }
}

async function newPath(account: MailAccount, folder: KnownMailbox, { name, parent }: ChangeFolder): Promise<string> {
  const place = placeOf(folder)
  if (parent !== undefined) return folderPath(account, name ?? place.name, parent)
  if (place.parentPath === null) return folderPath(account, name ?? place.name, null)
  const stays = await mailboxByPath(account, place.parentPath)
  return folderPath(account, name ?? place.name, stays.id)
}

/**
 * Renames a folder, moves it into another, or both. Its messages and what is below it follow.
 * @throws AppError `name-refused`, `mailbox-exists`, `mailbox-not-found`, `forbidden`; MailError of the connection
 */
export async function changeFolder(account: MailAccount, id: string, change: ChangeFolder): Promise<FolderSaved> {
  const folder = await ownFolder(account, id)
  const path = await newPath(account, folder, change)
  if (path === folder.path) return { id }
  if (isBelow(folder, path)) throw new AppError('name-refused', 'a folder cannot go into itself', { detail: 'inside' })
  const directory = await readDirectory(account)
  const below = directory.map((mailbox) => mailbox.path).filter((other) => isBelow(folder, other))
  await withConnection(account, (connection) => renameFolder(connection, folder.path, path, below))
  for (const old of [folder.path, ...below]) forgetMailbox(account.address, old)
  await readDirectory(account)
  return { id: (await mailboxByPath(account, path)).id }
}
