import type { SignedIn } from '@/lib/auth/signed-in'
import type { SessionRevoked } from '@/lib/contract/session'
import { countSessions, removeSession } from '@/lib/db/sessions'
import { AppError } from '@/lib/errors'
import { closeConnections } from '@/lib/service/with-mailbox'

/**
 * Ends one session of the account, its own or another. Its event streams end by themselves; with the last session
 * the account's IMAP connections are closed too.
 * @throws AppError `not-found` for a session the account does not have
 */
export async function endSession(account: SignedIn, sessionId: string): Promise<SessionRevoked> {
  if (!(await removeSession(sessionId, account.accountId))) throw new AppError('not-found', 'no such session')
  if ((await countSessions(account.accountId)) === 0) closeConnections(account.address)
  return { revoked: true, current: sessionId === account.sessionId }
}
