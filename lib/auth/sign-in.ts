import { passwordFits } from '@/lib/auth/password'
import { newSessionToken, sessionIdOf } from '@/lib/auth/session-secret'
import { accountDelays, accountKey, clientDelays, clientKey } from '@/lib/auth/throttle'
import type { SessionAccount, SignIn } from '@/lib/contract/session'
import { findCredentials } from '@/lib/db/accounts'
import { createSession, removeExpiredSessions } from '@/lib/db/sessions'
import { forgetFailures, releaseAttempt, removeOldThrottles, reserveAttempt, secondsBlocked } from '@/lib/db/throttles'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'

export const sessionSeconds = 30 * 24 * 60 * 60

export type SignInClient = { remoteIp: string; userAgent: string }

type SignedInNow = { account: SessionAccount; accountId: string; token: string }

/**
 * Checks a password and opens a session of its own. `token` belongs into the cookie and nowhere else.
 * @throws AppError `wrong-credentials`, the same and in the same time for an unknown or disabled account;
 * `too-many-attempts` with the seconds to wait; `database-unavailable`
 */
export async function signIn(input: SignIn, client: SignInClient): Promise<SignedInNow> {
  const keys = { client: clientKey(client.remoteIp), account: accountKey(input.email) }
  await reserve(keys.client, clientDelays)
  await reserve(keys.account, accountDelays, keys.client)
  const credentials = await checkPassword(input)
  if (!credentials) throw new AppError('wrong-credentials', 'address or password do not fit')
  await Promise.all([forgetFailures(keys.account), releaseAttempt(keys.client)])
  return openSession(credentials, client)
}

async function reserve(key: string, delays: readonly number[], alsoRelease?: string): Promise<void> {
  if (await reserveAttempt(key, delays)) return
  if (alsoRelease !== undefined) await releaseAttempt(alsoRelease)
  const retryAfterSeconds = await secondsBlocked(key)
  throw new AppError('too-many-attempts', 'sign-in is delayed', { retryAfterSeconds, retryable: true })
}

async function checkPassword({ email, password }: SignIn) {
  const address = email.trim().toLowerCase()
  // PostgreSQL refuses NUL in text, and no account has such a name
  const found = /^[^\s@\0]+@[^\s@\0]+$/.test(address) ? await findCredentials(address) : null
  const usable = found?.active ? found : null
  const fits = await passwordFits(usable?.passwordHash ?? null, password)
  return fits ? usable : null
}

type Credentials = { id: string; address: string; displayName: string; admin: boolean }

async function openSession({ id, address, displayName, admin }: Credentials, client: SignInClient) {
  const token = newSessionToken()
  await createSession({
    id: sessionIdOf(token),
    accountId: id,
    userAgent: client.userAgent.slice(0, 500),
    remoteIp: client.remoteIp,
    expiresAt: new Date(Date.now() + sessionSeconds * 1000),
  })
  // nothing else passes by often enough and seldom enough
  await Promise.all([removeExpiredSessions(), removeOldThrottles()])
  return { account: { address, displayName, admin, demo: env.demo }, accountId: id, token }
}
