import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { clientOf } from '@/lib/auth/client-address'
import { sessionIdOf, sessionSecret } from '@/lib/auth/session-secret'
import { sessionSeconds, signIn } from '@/lib/auth/sign-in'
import { signInBody } from '@/lib/contract/session'
import { removeSessionById } from '@/lib/db/sessions'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

const secure = env.publicUrl.startsWith('https://')

/** The session cookie; the `__Secure-` prefix makes browsers refuse it without TLS (RFC 6265bis section 4.1.3). */
export const sessionCookie = {
  name: secure ? '__Secure-next-auth.session-token' : 'next-auth.session-token',
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
} as const

const credentials = CredentialsProvider({
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  async authorize(input, request) {
    const headers = new Headers(request.headers as Record<string, string> | undefined)
    const { account, token } = await signIn(signInBody.parse(input), clientOf(headers))
    return { id: token, email: account.address, name: account.displayName }
  },
})

/** next-auth's side: it seals and opens the session cookie. The session itself is a row that can be revoked. */
export function authOptions(): NextAuthOptions {
  return {
    secret: sessionSecret(),
    providers: [credentials],
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    useSecureCookies: secure,
    cookies: { sessionToken: sessionCookie },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    callbacks: {
      // the cookie holds the session's secret and nothing about the person
      jwt: ({ token, user }) => (user ? { sub: user.id } : { sub: token.sub }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token.sub) await removeSessionById(sessionIdOf(token.sub))
      },
    },
    logger: {
      error: (code) => log.warn({ code }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  }
}
