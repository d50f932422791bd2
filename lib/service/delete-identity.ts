import type { MailAccount } from '@/lib/auth/signed-in'
import { removeIdentityRow } from '@/lib/db/identities'
import { AppError } from '@/lib/errors'

/**
 * Forgets what was said about an address. One with `+something` is gone by that; the others are blank again.
 * @throws AppError `not-found`
 */
export async function deleteIdentity(account: MailAccount, address: string): Promise<{ removed: true }> {
  if (!(await removeIdentityRow(account.accountId, address.toLowerCase()))) {
    throw new AppError('not-found', 'nothing was said about this address')
  }
  return { removed: true }
}
