import type { SignedIn } from '@/lib/auth/signed-in'
import { AppError } from '@/lib/errors'

/**
 * The account behind the session cookie of the request being answered.
 * @throws AppError `not-signed-in`
 */
export async function requireAccount(): Promise<SignedIn> {
  throw new AppError('not-signed-in', 'sessions are not there yet')
}
