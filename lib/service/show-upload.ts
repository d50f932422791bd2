import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { MailAccount } from '@/lib/auth/signed-in'
import { findUploads } from '@/lib/db/uploads'
import { AppError } from '@/lib/errors'
import { uploadPath } from '@/lib/service/upload-store'

/** Pictures every browser decodes without running anything. Not SVG: it is a document. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'])

/**
 * One's own picture, for the editor to show.
 * @throws AppError `not-found` for anything that is not a picture of this account
 */
export async function showUpload(account: MailAccount, id: string): Promise<Response> {
  const [upload] = await findUploads(account.accountId, [id])
  if (!upload || !pictures.has(upload.contentType)) throw new AppError('not-found', 'no such picture')
  const body = Readable.toWeb(createReadStream(uploadPath(upload.id))) as ReadableStream
  return new Response(body, {
    headers: {
      'content-type': upload.contentType,
      'content-length': String(upload.size),
      'cache-control': 'private, max-age=3600, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline',
    },
  })
}
