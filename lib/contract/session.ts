import { z } from 'zod'

/**
 * POST /api/sign-in. Answers `SessionAccount` and sets the session cookie, or a `Problem`:
 * `wrong-credentials` (the same for an unknown address), `too-many-attempts` (with `retryAfterSeconds`),
 * `database-unavailable` (retryable).
 */
export const signInBody = z.object({ email: z.string().max(320), password: z.string().max(1024) })
export type SignIn = z.infer<typeof signInBody>

/** Who is signed in, as the screens need it. `demo`: this is the demo, which shows how it works. */
export type SessionAccount = { address: string; displayName: string; admin: boolean; demo: boolean }

/** One signed-in browser. `id` names it for revoking; it is not what the cookie holds. */
type SessionRow = {
  id: string
  current: boolean
  userAgent: string
  remoteIp: string
  createdAt: string
  lastSeenAt: string
}
export type SessionList = { sessions: SessionRow[] }

export const sessionParams = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })
/** `current`: it was the session that asked, so the caller is signed out now. */
export type SessionRevoked = { revoked: true; current: boolean }
