import { sessionIdOf } from '@/lib/auth/session-secret'
import { readSessionToken } from '@/lib/auth/session-token'
import type { SignedIn } from '@/lib/auth/signed-in'
import { findSignedIn, touchSession } from '@/lib/db/sessions'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'

/**
 * The account behind the session cookie of the request being answered, or null: for pages that redirect.
 * @throws whatever the database throws when it does not answer
 */
export async function currentAccount(): Promise<SignedIn | null> {
  const token = await readSessionToken()
  return token === null ? null : findAccountOfSession(sessionIdOf(token))
}

/** The account of a session row, while it may still act: for streams that live longer than their request. */
export async function findAccountOfSession(sessionId: string): Promise<SignedIn | null> {
  const row = await findSignedIn(sessionId)
  if (!row) return null
  if (row.stale) touchSession(sessionId).catch((err) => log.warn({ err }, 'the session was not marked as seen'))
  return {
    accountId: row.account_id,
    address: row.address,
    displayName: row.display_name,
    admin: row.admin,
    sessionId,
    host: {
      id: row.host_id,
      hostname: row.hostname,
      imapAddress: row.imap_address,
      imapPort: row.imap_port,
      submitAddress: row.submit_address,
      submitPort: row.submit_port,
    },
  }
}

/**
 * The account behind the session cookie of the request being answered.
 * @throws AppError `not-signed-in`
 */
export async function requireAccount(): Promise<SignedIn> {
  const account = await currentAccount()
  if (!account) throw new AppError('not-signed-in', 'no session, or one that has ended')
  return account
}
