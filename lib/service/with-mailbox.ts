import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signMailToken } from '@/lib/auth/mail-token'
import type { MailAccount } from '@/lib/auth/signed-in'
import { env } from '@/lib/env'
import { MailError } from '@/lib/mail/errors'
import { type ImapConnection, type ImapTarget, withDeadline } from '@/lib/mail/imap/connection'
import { ConnectionPool } from '@/lib/mail/imap/pool'
import { selectMailbox } from '@/lib/mail/imap/select-mailbox'
import type { SubmissionTarget } from '@/lib/mail/smtp/submit-message'

const deadlineMilliseconds = 15_000

// Next bundles routes apart from each other: one pool for all of them lives on the global object.
const shared = globalThis as typeof globalThis & { waypostConnections?: ConnectionPool }
const pool = () => {
  shared.waypostConnections ??= new ConnectionPool()
  return shared.waypostConnections
}

let authority: string | null | undefined
function mailAuthority(): string | null {
  const file = join(env.secrets, 'mail-ca.pem')
  authority ??= existsSync(file) ? readFileSync(file, 'utf8') : null
  return authority
}

/** Where and how to reach the mail of an account. */
export const imapTarget = (account: MailAccount): ImapTarget => ({
  address: account.address,
  host: account.host.imapAddress,
  port: account.host.imapPort,
  servername: account.host.hostname,
  ca: mailAuthority(),
  token: () => signMailToken(account),
})

/** Where and how to hand in mail of an account. */
export const submissionTarget = (account: MailAccount): SubmissionTarget => ({
  ...imapTarget(account),
  host: account.host.submitAddress,
  port: account.host.submitPort,
})

/**
 * Lends a connection of the account, with whatever mailbox selected. `fn` must be done within 15 seconds.
 * @throws MailError `imap-unavailable`, `imap-refused`, `imap-timeout` and what `fn` throws
 */
export function withConnection<T>(
  account: MailAccount,
  fn: (connection: ImapConnection) => Promise<T>,
  milliseconds = deadlineMilliseconds,
): Promise<T> {
  return pool().lend(imapTarget(account), null, (connection) => withDeadline(connection, milliseconds, fn(connection)))
}

/** Servers end connections that lie idle, at a restart, or when a view has changed: an old one may be gone when needed. */
const isLost = (error: unknown) => error instanceof MailError && error.code === 'imap-unavailable'

/**
 * The same with the mailbox at `path` (decoded, as LIST gives it) selected and up to date. Another connection is tried
 * when the one lent turns out to be lost before `fn` has begun.
 * @throws MailError `mailbox-not-found` as well
 */
export async function withMailbox<T>(
  account: MailAccount,
  path: string,
  fn: (connection: ImapConnection) => Promise<T>,
  milliseconds = deadlineMilliseconds,
): Promise<T> {
  let [lent, begun] = [false, false]
  const use = async (connection: ImapConnection) => {
    lent = true
    await selectMailbox(connection, path)
    begun = true
    return fn(connection)
  }
  const lend = () =>
    pool().lend(imapTarget(account), path, (connection) => withDeadline(connection, milliseconds, use(connection)))
  try {
    return await lend()
  } catch (error) {
    if (lent && !begun && isLost(error)) return lend()
    throw error
  }
}

/** To be waited for before a connection is opened beside the pool's: an account's first makes its mailboxes, alone. */
export const beginMailboxes = (account: MailAccount): Promise<void> => pool().begin(imapTarget(account))

/** Closes every open connection of an address: its session was revoked, or its account switched off. */
export function closeConnections(address: string): void {
  pool().close(address)
}

/** Takes care that no open connection goes on in a mailbox that is not at this path any more. */
export function forgetMailbox(address: string, path: string): void {
  pool().forget(address, path)
}
