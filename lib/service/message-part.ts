import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import { AppError } from '@/lib/errors'
import { decodeTransferStream } from '@/lib/mail/mime/decode-transfer'
import { fileName, isViewable } from '@/lib/service/attachments'
import { readContent } from '@/lib/service/message-content'
import { streamSection } from '@/lib/service/stream-section'

/** A file on its way to the browser: decoded bytes, in pieces. */
export type StreamedFile = { name: string; type: string; viewable: boolean; bytes: AsyncIterable<Buffer> }

/**
 * One file of a message, decoded as it streams.
 * @param part IMAP part number of one of the message's attachments
 * @throws AppError `not-found` when the message has no such file, `message-gone`; MailError of the connection
 */
export async function messagePart(account: MailAccount, ref: MessageRef, part: string): Promise<StreamedFile> {
  const { parts } = await readContent(account, ref)
  const file = parts.files.find((candidate) => candidate.part.part === part)?.part
  if (file === undefined) throw new AppError('not-found', 'the message has no such file')
  const source = await streamSection(account, ref, part)
  return {
    name: fileName(file),
    type: file.type,
    viewable: isViewable(file.type),
    bytes: decodeTransferStream(source, file.encoding),
  }
}
