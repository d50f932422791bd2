import { createHmac, timingSafeEqual } from 'node:crypto'
import { sessionSecret } from '@/lib/auth/session-secret'
import { AppError } from '@/lib/errors'

const dayMilliseconds = 86_400_000

const signature = (url: string, day: number) =>
  createHmac('sha256', sessionSecret()).update(`waypost image ${day}\n${url}`).digest('base64url')

/**
 * Our address for a remote picture. The frame it stands in has no cookie, so the address itself carries the right
 * to be fetched: only addresses of cleaned messages are ever signed, and each for a day.
 */
export function signImage(url: string, now = Date.now()): string {
  const day = Math.floor(now / dayMilliseconds)
  return `/api/images?u=${Buffer.from(url).toString('base64url')}&d=${day}&s=${signature(url, day)}`
}

/** The address that was signed. @throws AppError `forbidden` for any other, or one older than two days */
export function verifyImage(query: { u: string; d: number; s: string }, now = Date.now()): string {
  const url = Buffer.from(query.u, 'base64url').toString('utf8')
  const expected = Buffer.from(signature(url, query.d))
  const given = Buffer.from(query.s)
  const age = Math.floor(now / dayMilliseconds) - query.d
  const same = expected.length === given.length && timingSafeEqual(expected, given)
  if (!same || age < 0 || age > 1) throw new AppError('forbidden', 'a picture we did not sign')
  return url
}
