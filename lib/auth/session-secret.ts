import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'

let secret: string | undefined

/** What the session cookie is sealed with: the file `session-secret` among the secrets. */
export function sessionSecret(): string {
  secret ??= readFileSync(join(env.secrets, 'session-secret'), 'utf8').trim()
  if (secret.length < 32) throw new Error('session-secret is shorter than 32 characters')
  return secret
}

/** 256 random bits, base64url. Only the cookie holds them. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The id of the session's row: a stolen database opens no session. */
export function sessionIdOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
