import { findAccountOfSession } from '@/lib/auth/require-account'
import { onSessionEnd } from '@/lib/auth/session-ends'
import type { SignedIn } from '@/lib/auth/signed-in'
import type { LiveEvent } from '@/lib/contract/events'
import { eventStream } from '@/lib/http/event-stream'
import { route } from '@/lib/http/route'

/** A door that stays open for events and closes when the session ends. */
export const eventRoute = (watch: (account: SignedIn, send: (event: LiveEvent) => void) => () => void) =>
  route({
    handler: async ({ account, request }) =>
      eventStream({
        subscribe: (send) => watch(account, send),
        onRevoked: (end) => onSessionEnd(account.sessionId, end),
        stillAllowed: async () => (await findAccountOfSession(account.sessionId)) !== null,
        signal: request.signal,
      }),
  })
