import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addAccount, createAccount } from '@/e2e/accounts'
import { until } from '@/e2e/timed'
import { logFile } from '@/e2e/world'
import { findMailAccount } from '@/lib/db/accounts'
import { readAccountState } from '@/lib/mail/imap/account-state'
import { closeConnections, withConnection } from '@/lib/service/with-mailbox'

const dovecotLog = () => readFileSync(logFile('red', 'log', 'dovecot.log'), 'utf8')

/** When sessions of the address began, in milliseconds. */
const loginsOf = (address: string) =>
  dovecotLog()
    .split('\n')
    .filter((line) => line.includes(`Login: user=<${address}>`))
    .map((line) => Date.parse(`${line.slice(0, 23).replace(' ', 'T')}Z`))

test('the worker does not look at an account while its mailboxes are made', async () => {
  const { address } = await createAccount('red', 'made')
  const [made = 0, looked = 0] = await until(
    async () => loginsOf(address),
    (logins) => logins.length > 1,
    50,
  )
  expect(looked - made).toBeGreaterThan(950)
})

/** What a page and a person may ask for in the same moment, each over a connection of its own. */
async function firstRequests(address: string): Promise<string[]> {
  const account = await findMailAccount(address)
  if (account === null) throw new Error('the account that was just made is not there')
  const done = await Promise.allSettled([
    withConnection(account, readAccountState),
    withConnection(account, readAccountState),
    withConnection(account, (connection) => connection.mailboxCreate('Plans')),
    withConnection(account, (connection) => connection.append('Sent', 'Subject: first\r\n\r\nwords\r\n')),
  ])
  closeConnections(address)
  return done.flatMap((result) => (result.status === 'rejected' ? [`${address}: ${result.reason}`] : []))
}

test('whatever is asked for first of an account, and all at once, is answered', async () => {
  // red has few other accounts: so many colleagues would crowd out those that other tests look for at blue
  const addresses: string[] = []
  for (let batch = 0; batch < 20; batch += 1) {
    const accounts = await Promise.all(Array.from({ length: 5 }, () => addAccount('red', 'first')))
    const fresh = accounts.map(({ address }) => address)
    expect((await Promise.all(fresh.map(firstRequests))).flat()).toEqual([])
    addresses.push(...fresh)
  }
  const panics = dovecotLog().match(/imap\(first-.*Panic: .*/g) ?? []
  expect(panics.filter((line) => addresses.some((address) => line.includes(`(${address})`)))).toEqual([])
})
