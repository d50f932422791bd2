import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import type { MailAccount } from '@/lib/auth/signed-in'
import { env } from '@/lib/env'

const keys = new Map<string, KeyObject>()

async function signingKey(hostId: string): Promise<KeyObject> {
  const known = keys.get(hostId)
  if (known !== undefined) return known
  const key = createPrivateKey(await readFile(join(env.secrets, 'token-keys', `${hostId}.pem`)))
  keys.set(hostId, key)
  return key
}

/** Dovecot's clock is that of its last wake-up: a token of this very second is 'issued in future' to it now and then. */
const clockSlackMs = 10_000

/**
 * A token (RFC 7519, ES256) that lets this account in at IMAP, submission and ManageSieve of its own mail host, for
 * five minutes: long enough to open a connection, of no use afterwards.
 */
export async function signMailToken(account: Pick<MailAccount, 'address' | 'host'>): Promise<string> {
  return new SignJWT({ scope: 'mail', typ: 'Bearer' })
    .setProtectedHeader({ alg: 'ES256', kid: 'default', typ: 'JWT' })
    .setIssuer(`https://waypost/${account.host.id}`)
    .setSubject(account.address)
    .setIssuedAt(new Date(Date.now() - clockSlackMs))
    .setExpirationTime('5m')
    .sign(await signingKey(account.host.id))
}
