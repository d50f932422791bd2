import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { DraftAttachment } from '@/lib/contract/drafts'
import type { Attachment } from '@/lib/contract/messages'
import type { DraftSource } from '@/lib/service/draft-source'
import { cleanFileName, mediaType } from '@/lib/service/file-name'
import { messagePart } from '@/lib/service/message-part'
import { fileSizeLimit } from '@/lib/service/receive-upload'
import { storeUpload } from '@/lib/service/upload-store'

/** Files of the original in the draft, and which Content-ID there stands for which here. */
export type CopiedFiles = { attachments: DraftAttachment[]; pictures: Map<string, string> }

/** What goes along: every file, or the pictures inside the text alone. */
export async function copyFiles(
  account: MailAccount,
  source: DraftSource,
  which: 'all' | 'inline',
): Promise<CopiedFiles> {
  const copied: CopiedFiles = { attachments: [], pictures: new Map() }
  for (const file of source.detail.attachments) {
    if (which === 'inline' && !file.inline) continue
    const original = file.inline ? contentIdOf(source, file.part) : null
    const contentId = original === null ? null : ownContentId(original)
    copied.attachments.push(await copyFile(account, source, file, contentId))
    if (original !== null && contentId !== null) copied.pictures.set(original, contentId)
  }
  return copied
}

async function copyFile(
  account: MailAccount,
  source: DraftSource,
  file: Attachment,
  contentId: string | null,
): Promise<DraftAttachment> {
  const { bytes } = await messagePart(account, source.ref, file.part)
  const name = cleanFileName(file.name)
  const type = mediaType(file.type)
  const upload = { accountId: account.accountId, name, type, limit: fileSizeLimit, expected: null }
  const { id, size } = await storeUpload(upload, Readable.from(bytes, { objectMode: false }))
  return { uploadId: id, name, type, size, contentId }
}

const contentIdOf = ({ content }: DraftSource, part: string): string | null =>
  content.parts.files.find((file) => file.part.part === part)?.part.contentId ?? null

/** The original's where the contract allows its characters: a draft opened again keeps its own. */
const ownContentId = (id: string): string => (/^[A-Za-z0-9.@_-]{1,120}$/.test(id) ? id : `${randomUUID()}@waypost`)
