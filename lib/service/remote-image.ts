import { AppError } from '@/lib/errors'
import { fetchRemoteImage, type RemoteImage } from '@/lib/service/fetch-remote-image'
import { verifyImage } from '@/lib/service/signed-image'

const atOnce = 64
let running = 0

/**
 * The remote picture behind one of our signed addresses.
 * @throws AppError `forbidden` when we did not sign it, `not-found` when it cannot be had
 */
export async function remoteImage(query: { u: string; d: number; s: string }): Promise<RemoteImage> {
  const url = verifyImage(query)
  if (running >= atOnce) throw new AppError('not-found', 'too many remote pictures at once', { retryable: true })
  running += 1
  try {
    return await fetchRemoteImage(url)
  } finally {
    running -= 1
  }
}
