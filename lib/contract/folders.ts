import { z } from 'zod'

/** Only a person's own folders are made, renamed, moved and deleted; mailboxes with a role stay. */
export const folderIdSchema = z.string().regex(/^f-[A-Za-z0-9_-]{16}$/)

const name = z.string().max(1000)

/**
 * POST /api/folders. `parent`: the folder it goes into, null for none. Answers `FolderSaved`, or `name-refused` (with a
 * `NameProblem` or the server's words as detail), `mailbox-exists`, `mailbox-not-found`.
 */
export const createFolderBody = z.object({ name, parent: folderIdSchema.nullable() })
export type CreateFolder = z.infer<typeof createFolderBody>

export const folderParams = z.object({ id: folderIdSchema })

/** PUT /api/folders/[id]: another name, another place, or both. What is below follows. */
export const changeFolderBody = z.object({ name, parent: folderIdSchema.nullable() }).partial()
export type ChangeFolder = z.infer<typeof changeFolderBody>

/** The folder's id now: it changes with the path. */
export type FolderSaved = { id: string }

/** `moved` messages went to Trash in this call. Not `done`: time was up; the same call goes on where it stopped. */
export type FolderDeleted = { moved: number; done: boolean }
