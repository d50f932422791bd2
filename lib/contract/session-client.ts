import type { AttemptList } from '@/lib/contract/attempts'
import { call, send } from '@/lib/contract/client'
import type { SessionAccount, SessionList, SessionRevoked, SignIn } from '@/lib/contract/session'
import { urls } from '@/lib/contract/urls'

/** Signing in, and where one is signed in. Each throws `ApiError`. */
export const sessionApi = {
  signIn: (body: SignIn) => send<SessionAccount>('POST', urls.signIn(), body),
  sessions: (signal?: AbortSignal) => call<SessionList>(urls.sessions(), { signal }),
  revokeSession: (id: string) => send<SessionRevoked>('DELETE', urls.sessionById(id)),
  attempts: (signal?: AbortSignal) => call<AttemptList>(urls.attempts(), { signal }),
}
