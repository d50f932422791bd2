import type { SignedIn } from '@/lib/auth/signed-in'
import type { SessionList } from '@/lib/contract/session'
import { listSessions as sessionsOf } from '@/lib/db/sessions'

/** The browsers the account is signed in with, last seen first. */
export async function listSessions(account: SignedIn): Promise<SessionList> {
  const rows = await sessionsOf(account.accountId)
  const sessions = rows.map(({ id, userAgent, remoteIp, createdAt, lastSeenAt }) => ({
    id,
    current: id === account.sessionId,
    userAgent,
    remoteIp,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }))
  return { sessions }
}
