import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { SignedIn } from '@/lib/auth/signed-in'
import { encodedSize, fileNameHeader, messageSizeLimit, type Upload } from '@/lib/contract/uploads'
import { AppError } from '@/lib/errors'
import { storeUpload } from '@/lib/service/upload-store'

/** The largest file whose base64 still fits into a message. */
export const fileSizeLimit = Math.floor((messageSizeLimit / 78) * 57)

/**
 * Takes a file as the raw body of a request, straight to disk.
 * @throws AppError `message-too-large`, `upload-incomplete`, `bad-request`; NodeJS.ErrnoException `ENOSPC`
 */
export async function receiveUpload(account: SignedIn, request: Request): Promise<Upload> {
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

/** The last part of a path, without controls and direction marks, at most 255 characters and never empty. */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim()
  const named = clean === '' || clean === '.' || clean === '..' ? 'file' : clean
  return [...named].length > 255 || named.length > 255 ? shorten(named) : named
}

/** Keeps the extension: it tells people and programs what the file is. */
function shorten(name: string): string {
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && name.length - dot <= 20 ? name.slice(dot) : ''
  return name.slice(0, 255 - extension.length).replace(/[\ud800-\udbff]$/, '') + extension
}

function fileName(header: string | null): string {
  try {
    return cleanFileName(decodeURIComponent(header ?? ''))
  } catch (cause) {
    throw new AppError('bad-request', 'x-file-name is not percent-encoded', { cause })
  }
}

/** Lower case, without parameters; what is no media type is a plain file. */
export function mediaType(header: string | null): string {
  const type = (header ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/.test(type)
    ? type
    : 'application/octet-stream'
}
