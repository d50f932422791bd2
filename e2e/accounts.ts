import { randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { addresses, domainOf, type HostName } from '@/e2e/world'
import { findMailAccount } from '@/lib/db/accounts'
import { db } from '@/lib/db/client'
import { readAccountState } from '@/lib/mail/imap/account-state'
import { openConnection } from '@/lib/mail/imap/connection'
import { imapTarget } from '@/lib/service/with-mailbox'

export type TestAccount = { address: string; password: string; host: HostName; displayName: string }

/** A fresh address of its own for each test, so that no test sees another's mail and nothing needs cleaning up. */
export async function createAccount(host: HostName, name?: string, quotaBytes?: bigint): Promise<TestAccount> {
  const account = await addAccount(host, name, quotaBytes)
  await makeMailboxes(account)
  return account
}

/** By one session: the first ones of a test, several at once, would cross in Dovecot's locks (docs/decisions/0031). */
async function makeMailboxes({ address, host }: TestAccount): Promise<void> {
  const account = await findMailAccount(address)
  if (account === null) throw new Error('the account that was just made is not there')
  const connection = await openConnection({ ...imapTarget(account), host: addresses[host], port: 143 })
  await readAccountState(connection)
  await connection.logout()
}

/** An account whose mailboxes no session has made yet. */
export async function addAccount(host: HostName, name = 'tester', quotaBytes?: bigint): Promise<TestAccount> {
  const domain = domainOf[host]
  const address = `${name}-${randomBytes(6).toString('hex')}@${domain}`
  // one that began with a hyphen would be an option to the clients we did not write
  const password = `p${randomBytes(9).toString('base64url')}`
  const displayName = `${name[0]?.toUpperCase()}${name.slice(1)} Test`
  const passwordHash = await hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 })
  // what is sent leaves at once, or every test would wait for the time to undo
  const preferences = { create: { document: { undoSeconds: 0 } } }
  await db().account.create({
    data: { address, domainName: domain, displayName, passwordHash, quotaBytes, preferences },
  })
  return { address, password, host, displayName }
}
