import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { MailAccount } from '@/lib/auth/signed-in'
import { encodedSize, fileNameHeader, messageSizeLimit, type Upload } from '@/lib/contract/uploads'
import { AppError } from '@/lib/errors'
import { cleanFileName, mediaType } from '@/lib/service/file-name'
import { storeUpload } from '@/lib/service/upload-store'

/** The largest file whose base64 still fits into a message. */
export const fileSizeLimit = Math.floor((messageSizeLimit / 78) * 57)

/**
 * Takes a file as the raw body of a request, straight to disk.
 * @throws AppError `message-too-large`, `upload-incomplete`, `bad-request`; NodeJS.ErrnoException `ENOSPC`
 */
export async function receiveUpload(account: MailAccount, request: Request): Promise<Upload> {
  const announced = request.headers.get('content-length')
  const expected = announced === null ? null : Number(announced)
  if (expected !== null && encodedSize(expected) > messageSizeLimit) {
    throw new AppError('message-too-large', 'the file is over the limit of a message')
  }
  const content = request.body ? Readable.fromWeb(request.body as ReadableStream) : Readable.from([])
  const name = fileName(request.headers.get(fileNameHeader))
  const type = mediaType(request.headers.get('content-type'))
  const upload = { accountId: account.accountId, name, type, limit: fileSizeLimit, expected }
  const { id, size } = await storeUpload(upload, content)
  return { uploadId: id, name, type, size }
}

function fileName(header: string | null): string {
  try {
    return cleanFileName(decodeURIComponent(header ?? ''))
  } catch (cause) {
    throw new AppError('bad-request', 'x-file-name is not percent-encoded', { cause })
  }
}
