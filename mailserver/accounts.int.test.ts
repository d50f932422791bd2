import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { deliver } from '@/e2e/deliver'
import { waitForMessage } from '@/e2e/mailbox-of'
import { addresses, logFile, tlsOf } from '@/e2e/world'
import { signMailToken } from '@/lib/auth/mail-token'
import { db } from '@/lib/db/client'

const unique = (text: string) => `${text} ${randomBytes(5).toString('hex')}`

async function tokenFor(account: TestAccount): Promise<string> {
  const host = await db().mailHost.findUniqueOrThrow({ where: { id: account.host } })
  return signMailToken({ address: account.address, host })
}

async function submitByToken(account: TestAccount, from: string, to: string, subject: string) {
  const transport = createTransport({
    host: addresses[account.host],
    port: 587,
    requireTLS: true,
    tls: tlsOf(account.host),
    auth: { type: 'OAuth2', user: account.address, accessToken: await tokenFor(account) },
  })
  try {
    await transport.sendMail({ from, to, subject, text: 'x' })
  } finally {
    transport.close()
  }
}

/** Replaces the active Sieve script of `account` over ManageSieve (RFC 5804); gives all the server said. */
function putSieve(account: TestAccount, script: string): Promise<string> {
  const plain = Buffer.from(`\0${account.address}\0${account.password}`).toString('base64')
  const body = `PUTSCRIPT "test" {${Buffer.byteLength(script)}+}\r\n${script}\r\nSETACTIVE "test"\r\nLOGOUT\r\n`
  return new Promise((resolve, reject) => {
    const socket = connect({ host: addresses[account.host], port: 4190 })
    let said = ''
    socket.on('data', (bytes) => {
      said += bytes.toString()
    })
    socket.once('data', () => socket.write(`AUTHENTICATE "PLAIN" "${plain}"\r\n${body}`))
    socket.once('error', reject)
    socket.once('close', () => resolve(said))
  })
}

test('a disabled account cannot read or send, with a token as little as with a password', async () => {
  const account = await createAccount('blue')
  await db().account.update({ where: { address: account.address }, data: { active: false } })
  const sent = submitByToken(account, account.address, 'brian@blueemailserver.com', 'x')
  await expect(sent).rejects.toThrow(/not owned|535|553/)
  for (const auth of [{ pass: account.password }, { accessToken: await tokenFor(account) }]) {
    const client = new ImapFlow({
      host: addresses.blue,
      port: 143,
      tls: tlsOf('blue'),
      auth: { user: account.address, ...auth },
      logger: false,
    })
    await expect(client.connect()).rejects.toThrow()
  }
})

test('an alias delivers to its account, which may also send as it', async () => {
  const account = await createAccount('blue')
  const address = `${unique('team').replace(' ', '-')}@blueemailserver.com`
  await db().alias.create({ data: { address, target: account.address, domainName: 'blueemailserver.com' } })
  const subject = unique('To the alias')
  await submitByToken(account, address, address, subject)
  await waitForMessage(account, subject)
})

test('mail inside one mail host asks DNS for no MX', async () => {
  const from = await createAccount('blue')
  const made = await createAccount('blue')
  // a domain of its own, so that no other test's question is counted
  const domainName = `${randomBytes(5).toString('hex')}.inside.test`
  await db().domain.create({ data: { name: domainName, hostId: 'blue' } })
  const address = made.address.replace('blueemailserver.com', domainName)
  await db().account.update({ where: { address: made.address }, data: { address, domainName } })
  const subject = unique('Next door')
  await submitByToken(from, from.address, address, subject)
  await waitForMessage({ ...made, address }, subject)
  const log = () => readFileSync(logFile('blue', 'log', 'mail.log'), 'utf8')
  // the message may be seen before the line about it is written
  await expect
    .poll(log, { timeout: 20_000, interval: 250 })
    .toMatch(new RegExp(`to=<${address}>, relay=[^ ]*private/dovecot-lmtp`))
  expect(readFileSync(logFile('log', 'dns.log'), 'utf8')).not.toContain(`'${domainName}|MX'`)
})

test('a Sieve script forwards to the other domain, as the one who forwards', async () => {
  const [account, far] = [await createAccount('blue'), await createAccount('red')]
  const said = await putSieve(account, `require "copy";\nredirect :copy "${far.address}";`)
  expect(said).not.toMatch(/^NO/m)
  const subject = unique('Please forward')
  await deliver(account, { subject, text: 'x' })
  await waitForMessage(far, subject)
  const log = readFileSync(logFile('red', 'log', 'mail.log'), 'utf8')
  expect(log).toContain(`from=<${account.address}>`)
})

test('a Sieve vacation notice answers the sender', async () => {
  const account = await createAccount('red')
  const text = unique('Away')
  await putSieve(account, `require "vacation";\nvacation :subject "${text}" "Back on Monday.";`)
  const from = await createAccount('blue')
  await submitByToken(from, from.address, account.address, 'Are you there?')
  await waitForMessage(from, text)
})
