import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { sessionCookie } from '@/lib/auth/next-auth'
import { sessionSecret } from '@/lib/auth/session-secret'
import { sessionSeconds } from '@/lib/auth/sign-in'
import { RecentMap } from '@/lib/mail/imap/recent-map'

/** Seals a session's secret into the cookie as next-auth does (JWE, A256GCM). */
export async function setSessionCookie(token: string): Promise<void> {
  const sealed = await encode({ token: { sub: token }, secret: sessionSecret(), maxAge: sessionSeconds })
  const store = await cookies()
  store.set(sessionCookie.name, sealed, { ...sessionCookie.options, maxAge: sessionSeconds })
}

export async function clearSessionCookie(): Promise<void> {
  const store = await cookies()
  store.set(sessionCookie.name, '', { ...sessionCookie.options, maxAge: 0 })
}

/**
 * Cookies opened before: deriving next-auth's key takes a third of a millisecond each time. Whether the session still
 * holds is asked of its row at every request.
 */
const opened = new RecentMap<string>(5_000)

/** The session's secret out of the cookie of this request; null without one, or with one that we did not seal. */
export async function readSessionToken(): Promise<string | null> {
  const sealed = (await cookies()).get(sessionCookie.name)?.value
  if (!sealed) return null
  const known = opened.get(sealed)
  if (known !== undefined) return known
  try {
    const token = await decode({ token: sealed, secret: sessionSecret() })
    if (typeof token?.sub !== 'string') return null
    opened.set(sealed, token.sub)
    return token.sub
  } catch {
    return null
  }
}
