import type { SignedIn } from '@/lib/auth/signed-in'
import { AppError } from '@/lib/errors'

/** The account behind the session cookie of the request being answered, or null: for pages that redirect. */
export async function currentAccount(): Promise<SignedIn | null> {
  return null
}

/**
 * The account behind the session cookie of the request being answered.
 * @throws AppError `not-signed-in`
 */
export async function requireAccount(): Promise<SignedIn> {
  const account = await currentAccount()
  if (!account) throw new AppError('not-signed-in', 'no session, or one that has ended')
  return account
}
