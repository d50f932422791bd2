import type { MailAccount } from '@/lib/auth/signed-in'
import { AppError } from '@/lib/errors'
import { type KnownMailbox, mailboxById } from '@/lib/service/mailbox-directory'
import { requireFolderName } from '@/lib/service/require-name'

/** A person's own folder. @throws AppError `mailbox-not-found`, `forbidden` for a mailbox with a role */
export async function ownFolder(account: MailAccount, id: string): Promise<KnownMailbox> {
  const folder = await mailboxById(account, id)
  if (folder.role !== null) throw new AppError('forbidden', 'mailboxes with a role stay as they are')
  return folder
}

/** Whether a path is that of a mailbox below `folder`. */
export const isBelow = (folder: KnownMailbox, path: string): boolean => path.startsWith(folder.path + folder.delimiter)

/** All a path may have: what a server reads as one line, and what people can tell apart. */
const pathLimit = 800
const depthLimit = 10

/**
 * The path of a folder of that name in `parent` (null: at the top).
 * @throws AppError `name-refused`, `mailbox-not-found`, `forbidden`
 */
export async function folderPath(account: MailAccount, typed: string, parentId: string | null): Promise<string> {
  const name = requireFolderName(typed, parentId === null ? 'top' : 'below')
  if (parentId === null) return name
  const parent = await ownFolder(account, parentId)
  const path = parent.path + parent.delimiter + name
  const tooDeep = path.split(parent.delimiter).length > depthLimit || path.length > pathLimit
  if (tooDeep) throw new AppError('name-refused', 'too many levels', { detail: 'too-deep' })
  return path
}
