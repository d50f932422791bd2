import { encode } from 'next-auth/jwt'
import { HttpClient } from '@/bench/clients/http-client'
import { type Sample, serverTime } from '@/bench/measure'
import { newSessionToken, sessionIdOf, sessionSecret } from '@/lib/auth/session-secret'
import { sessionSeconds } from '@/lib/auth/sign-in'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'

export const sessionCookieName = 'next-auth.session-token'

/** A session's cookie, made without signing in: a thousand sign-ins from one address would be throttled. */
export async function openSession(address: string): Promise<string> {
  const account = await db().account.findUniqueOrThrow({ where: { address } })
  const token = newSessionToken()
  const expiresAt = new Date(Date.now() + 24 * 60 * 60_000)
  await db().session.create({ data: { id: sessionIdOf(token), accountId: account.id, userAgent: 'bench', expiresAt } })
  return encode({ token: { sub: token }, secret: sessionSecret(), maxAge: sessionSeconds })
}

/** Waypost as its own pages use it. */
export class WaypostClient {
  readonly #http = new HttpClient(env.publicUrl)

  private constructor(readonly cookie: string) {
    this.#http.setCookie(sessionCookieName, cookie)
  }

  static async signIn(address: string): Promise<WaypostClient> {
    return new WaypostClient(await openSession(address))
  }

  close(): void {
    this.#http.close()
  }

  /** @throws Error with the answer's words when it is not 200 */
  async #ask(path: string, json?: unknown) {
    const body = json === undefined ? undefined : JSON.stringify(json)
    const headers = { 'content-type': 'application/json', origin: env.publicUrl }
    const answer = await this.#http.ask(path, body === undefined ? {} : { method: 'POST', headers, body })
    if (answer.status === 200) return answer
    throw new Error(`${path} answered ${answer.status}: ${answer.text.slice(0, 200)}`)
  }

  async json<T>(path: string, body?: unknown): Promise<T> {
    return JSON.parse((await this.#ask(path, body)).text) as T
  }

  /** One call, timed, with its answer. */
  async timed<T>(path: string, body?: unknown): Promise<{ sample: Sample; answer: T }> {
    const { headers, wall, bytes, text } = await this.#ask(path, body)
    const server = serverTime(headers['server-timing']?.toString())
    return { sample: { server, wall, bytes, requests: 1 }, answer: JSON.parse(text) as T }
  }

  async get(path: string): Promise<Sample> {
    return (await this.timed(path)).sample
  }
}
