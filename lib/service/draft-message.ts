import { stat } from 'node:fs/promises'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { Draft } from '@/lib/contract/drafts'
import { encodedSize, messageSizeLimit } from '@/lib/contract/uploads'
import { findUploads } from '@/lib/db/uploads'
import { AppError } from '@/lib/errors'
import { buildMessage, type OutgoingFile, type OutgoingMessage } from '@/lib/mail/mime/build-message'
import { isHeaderText } from '@/lib/mail/mime/mail-address'
import { partsOfPictures } from '@/lib/service/data-pictures'
import type { Recipients } from '@/lib/service/draft-addresses'
import { bodyOf } from '@/lib/service/draft-body'
import { senderOf } from '@/lib/service/draft-sender'
import { cleanFileName } from '@/lib/service/file-name'
import { uploadPath, withBuildFile } from '@/lib/service/upload-store'

/** A message on disk, ready to go; `size` in bytes. */
export type BuiltMessage = { file: string; size: number }

/**
 * Builds the message of a draft (`date` is its Date field), lends the file to `use` and removes it afterwards.
 * @throws AppError `sender-not-allowed`, `message-too-large`, `upload-incomplete` naming the file, `bad-request` for a line
 * end in a header
 */
export async function withBuiltMessage<T>(
  account: MailAccount,
  draft: Draft,
  recipients: Recipients,
  { headers = {}, date = new Date() }: { headers?: Record<string, string>; date?: Date },
  use: (built: BuiltMessage) => Promise<T>,
): Promise<T> {
  const message = await outgoing(account, draft, recipients, headers, date)
  return withBuildFile(async (file) => {
    await buildMessage(message, file)
    const { size } = await stat(file)
    if (size > messageSizeLimit) throw new AppError('message-too-large', `${size} bytes`)
    return use({ file, size })
  })
}

async function outgoing(
  account: MailAccount,
  draft: Draft,
  { to, cc }: Recipients,
  headers: Record<string, string>,
  date: Date,
): Promise<OutgoingMessage> {
  if (!isHeaderText(draft.subject)) throw new AppError('bad-request', 'a line end in the subject')
  const sender = await senderOf(account, draft)
  const body = bodyOf(draft)
  const pictures = body.html === null ? null : partsOfPictures(body.html)
  const files = await filesOf(account, draft, Buffer.byteLength(body.text) + Buffer.byteLength(body.html ?? ''))
  return {
    text: body.text,
    html: pictures?.html ?? null,
    messageId: draft.messageId,
    date,
    from: { name: sender.name, address: sender.address },
    replyTo: sender.replyTo,
    to,
    cc,
    subject: draft.subject,
    inReplyTo: messageIds([draft.inReplyTo ?? ''])[0] ?? null,
    references: messageIds(draft.references),
    files: [...(pictures?.files ?? []), ...files],
    // to the envelope sender (draft-sender.ts): else it would need explaining to who is asked (RFC 8098 section 2.1)
    headers: draft.receipt ? { ...headers, 'Disposition-Notification-To': sender.address } : headers,
  }
}

/** What is no message id of RFC 5322 section 3.6.4 is left out: a broken original must not break the answer. */
const messageIds = (ids: string[]) => ids.filter((id) => /^<[\x21-\x3b\x3d\x3f-\x7e]{3,500}>$/.test(id))

async function filesOf(account: MailAccount, draft: Draft, bodyBytes: number): Promise<OutgoingFile[]> {
  const ids = draft.attachments.map(({ uploadId }) => uploadId)
  const uploads = new Map((await findUploads(account.accountId, ids)).map((upload) => [upload.id, upload]))
  let size = bodyBytes
  const files = draft.attachments.map(({ uploadId, name, contentId }) => {
    const upload = uploads.get(uploadId)
    if (!upload) throw new AppError('upload-incomplete', 'an attachment is not in the store', { detail: name })
    size += encodedSize(upload.size)
    return { path: uploadPath(uploadId), name: cleanFileName(name), type: upload.contentType, contentId }
  })
  if (size > messageSizeLimit) throw new AppError('message-too-large', `${size} bytes before building`)
  return files
}
