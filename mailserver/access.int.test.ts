import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ImapFlow } from 'imapflow'
import { importPKCS8, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { addresses, logFile, tlsOf } from '@/e2e/world'

type TokenOptions = { issuer?: string; subject?: string; scope?: string; lifetime?: string; pem?: string }

/** A mail token as the web app signs it, but for what a test changes. */
async function token(account: TestAccount, options: TokenOptions = {}): Promise<string> {
  const pem = options.pem ?? readFileSync(logFile('secrets', 'token-keys', `${account.host}.pem`), 'utf8')
  return new SignJWT({ scope: options.scope ?? 'mail' })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
    .setIssuer(options.issuer ?? `https://waypost/${account.host}`)
    .setSubject(options.subject ?? account.address)
    .setIssuedAt()
    .setExpirationTime(options.lifetime ?? '5m')
    .sign(await importPKCS8(pem, 'ES256'))
}

async function signsIn(account: TestAccount, auth: { pass: string } | { accessToken: string }): Promise<boolean> {
  const client = new ImapFlow({
    host: addresses[account.host],
    port: 143,
    secure: false,
    tls: tlsOf(account.host),
    auth: { user: account.address, ...auth },
    logger: false,
  })
  try {
    await client.connect()
    await client.logout()
    return true
  } catch {
    client.close()
    return false
  }
}

describe('IMAP', () => {
  test('lets the password in and a wrong one not', async () => {
    const account = await createAccount('blue')
    expect(await signsIn(account, { pass: account.password })).toBe(true)
    expect(await signsIn(account, { pass: 'wrong' })).toBe(false)
  })

  test("lets the web app's token in", async () => {
    const account = await createAccount('red')
    expect(await signsIn(account, { accessToken: await token(account) })).toBe(true)
  })

  const foreign = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const redKey = () => readFileSync(logFile('secrets', 'token-keys', 'red.pem'), 'utf8')
  test.each<[string, () => TokenOptions]>([
    ['has expired', () => ({ lifetime: '-1m' })],
    ['is for another person', () => ({ subject: 'jsmith@redemailserver.com' })],
    ['is from another issuer', () => ({ issuer: 'https://waypost/red' })],
    ['has another scope', () => ({ scope: 'calendar' })],
    ["is signed with another host's key", () => ({ pem: redKey() })],
    ["is signed with nobody's key", () => ({ pem: String(foreign().export({ type: 'pkcs8', format: 'pem' })) })],
  ])('refuses a token that %s', async (_what, options) => {
    const account = await createAccount('blue')
    expect(await signsIn(account, { accessToken: await token(account, options()) })).toBe(false)
  })

  test('offers the special mailboxes', async () => {
    const account = await createAccount('blue')
    const client = new ImapFlow({
      host: addresses.blue,
      port: 993,
      secure: true,
      tls: tlsOf('blue'),
      auth: { user: account.address, pass: account.password },
      logger: false,
    })
    await client.connect()
    const uses = new Set((await client.list()).map((mailbox) => mailbox.specialUse))
    await client.logout()
    for (const use of ['\\Inbox', '\\Drafts', '\\Sent', '\\Trash', '\\Junk', '\\Archive', '\\All']) {
      expect(uses, use).toContain(use)
    }
  })
})
