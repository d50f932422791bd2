import { createHash, randomBytes } from 'node:crypto'
import type { BenchMailbox } from '@/bench/mailboxes'
import type { Ending } from '@/bench/world'
import { db } from '@/lib/db/client'

/** `{SSHA256}`: base64 of the digest and its salt, as Dovecot reads it. */
export function saltedSha256(password: string, salt: Buffer): string {
  const digest = createHash('sha256').update(password).update(salt).digest()
  return `{SSHA256}${Buffer.concat([digest, salt]).toString('base64')}`
}

/**
 * Runs `work` while the account's password is hashed cheaply: Roundcube signs in to IMAP at every request, so this is
 * Roundcube at its best. The argon2id hash comes back whatever happens.
 */
export async function withFastHash<T>(
  { address, password }: BenchMailbox,
  ending: Ending,
  work: () => Promise<T>,
): Promise<T> {
  const { passwordHash } = await db().account.findUniqueOrThrow({ where: { address } })
  const put = (hash: string) => db().account.update({ where: { address }, data: { passwordHash: hash } })
  const restore = async () => void (await put(passwordHash))
  ending.add(restore)
  await put(saltedSha256(password, randomBytes(8)))
  try {
    return await work()
  } finally {
    await restore()
  }
}
