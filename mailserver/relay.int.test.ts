import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { expect, test } from 'vitest'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { waitForMessage } from '@/e2e/mailbox-of'
import { addresses, logFile, tlsOf } from '@/e2e/world'
import { db } from '@/lib/db/client'
import { SmtpTalk } from '@/mailserver/smtp-talk'

const unique = (text: string) => `${text} ${randomBytes(5).toString('hex')}`

/** Submits as `from` on port 587 with its password. */
async function submit(from: TestAccount, mail: SendMailOptions): Promise<void> {
  const transport = createTransport({
    host: addresses[from.host],
    port: 587,
    requireTLS: true,
    tls: tlsOf(from.host),
    auth: { user: from.address, pass: from.password },
  })
  try {
    await transport.sendMail({ from: from.address, ...mail })
  } finally {
    transport.close()
  }
}

test('mail to another domain goes over its MX and arrives with DKIM, SPF and DMARC passed', async () => {
  const [from, to] = [await createAccount('blue'), await createAccount('red')]
  const subject = unique('Across')
  const before = statSync(logFile('log', 'dns.log')).size
  await submit(from, { to: to.address, subject, text: 'Hello from blue.' })
  const message = await waitForMessage(to, subject)
  const dns = readFileSync(logFile('log', 'dns.log')).subarray(before).toString('utf8')
  expect(dns).toMatch(/redemailserver\.com\|MX/)
  const verdict = message.headerLines.find((header) => header.key === 'authentication-results')?.line ?? ''
  expect(verdict).toMatch(/mx1\.redemailserver\.com/)
  expect(verdict).toMatch(/dkim=pass/)
  expect(verdict).toMatch(/spf=pass/)
  expect(verdict).toMatch(/dmarc=pass/)
})

test('a verdict that the sender wrote does not arrive', async () => {
  const [from, to] = [await createAccount('blue'), await createAccount('red')]
  const subject = unique('Forged verdict')
  const forged = 'mx1.redemailserver.com; dkim=pass header.d=bank.example'
  await submit(from, { to: to.address, subject, text: 'x', headers: { 'Authentication-Results': forged } })
  const message = await waitForMessage(to, subject)
  expect(message.headerLines.map((header) => header.line).join('\n')).not.toContain('bank.example')
})

test('nor does one with a blank before its colon', async () => {
  const to = await createAccount('red')
  const subject = unique('Forged with a blank')
  const talk = await SmtpTalk.open(addresses.red)
  await talk.say('MAIL FROM:<someone@example.net>')
  await talk.say(`RCPT TO:<${to.address}>`)
  await talk.say('DATA')
  const forged = 'Authentication-Results : mx1.redemailserver.com; dkim=pass header.d=bank.example'
  talk.write(
    `${forged}\r\nX-Spam-Status : bank.example\r\nFrom: someone@example.net\r\nSubject: ${subject}\r\n\r\nx\r\n.\r\n`,
  )
  expect(await talk.reply()).toMatch(/^250/)
  talk.close()
  const { headerLines } = await waitForMessage(to, subject)
  expect(headerLines.map(({ line }) => line).join('\n')).not.toContain('bank.example')
})

test('an address with +detail reaches the mailbox before the plus', async () => {
  const [from, to] = [await createAccount('blue'), await createAccount('blue')]
  const subject = unique('Tagged')
  await submit(from, { to: to.address.replace('@', '+lists@'), subject, text: 'x' })
  expect((await waitForMessage(to, subject)).subject).toBe(subject)
})

test.each([
  ['a person who is not there', () => `nobody-${randomBytes(4).toString('hex')}@redemailserver.com`, /5\.1\.1/],
  ['a domain that is not there', () => 'someone@no-such-domain.test', /not found|Host or domain name/i],
])('mail to %s comes back to the sender and says so', async (_what, recipient, reason) => {
  const from = await createAccount('blue')
  const to = recipient()
  await submit(from, { to, subject: unique('Lost'), text: 'x' })
  const bounce = await waitForMessage(from, 'Undelivered Mail')
  expect(bounce.text).toContain(to)
  expect(bounce.text).toMatch(reason)
  // what Postfix itself wrote must not be called forged
  expect(bounce.headerLines.map(({ line }) => line).join('\n')).not.toContain('dmarc=fail')
})

test('mail to a full mailbox comes back to the sender and says so', async () => {
  const [from, to] = [await createAccount('blue'), await createAccount('red', 'full')]
  await db().account.update({ where: { address: to.address }, data: { quotaBytes: 20_000n } })
  await submit(from, { to: to.address, subject: unique('Too much'), text: 'x'.repeat(60_000) })
  const bounce = await waitForMessage(from, 'Undelivered Mail')
  expect(bounce.text).toMatch(/full|quota/i)
})

test('nobody relays through port 25', async () => {
  const talk = await SmtpTalk.open(addresses.blue)
  await talk.say('MAIL FROM:<stranger@example.net>')
  expect(await talk.say('RCPT TO:<victim@example.org>')).toMatch(/^[45]54.*[Rr]elay/)
  talk.close()
})

test('submission asks for a sign-in and offers none before TLS', async () => {
  const talk = await SmtpTalk.open(addresses.blue, 587)
  expect(await talk.say('EHLO again.example.net')).not.toMatch(/AUTH/)
  await talk.say('MAIL FROM:<brian@blueemailserver.com>')
  expect(await talk.say('RCPT TO:<jsmith@redemailserver.com>')).toMatch(/^5/)
  talk.close()
})

test('a signed-in person cannot send as somebody else', async () => {
  const [from, other] = [await createAccount('blue'), await createAccount('blue')]
  const forged = submit(from, { from: other.address, to: other.address, subject: 'x', text: 'x' })
  await expect(forged).rejects.toThrow(/not owned by user/)
})

test('a message over 50 MiB is refused before it is sent', async () => {
  const talk = await SmtpTalk.open(addresses.blue)
  expect(await talk.say('EHLO size.example.net')).toMatch(/SIZE 52428800/)
  expect(await talk.say('MAIL FROM:<a@example.net> SIZE=52428801')).toMatch(/^552/)
  talk.close()
})

test.each([
  ['LF . CR LF', '\n.\r\n'],
  ['LF . LF', '\n.\n'],
  ['CR LF . LF', '\r\n.\n'],
  ['CR . CR', '\r.\r'],
])('no second message can be smuggled behind %s', async (_name, end) => {
  const to = await createAccount('blue', 'smuggle')
  const inner = unique('Smuggled')
  const talk = await SmtpTalk.open(addresses.blue)
  await talk.say('MAIL FROM:<stranger@example.net>')
  await talk.say(`RCPT TO:<${to.address}>`)
  await talk.say('DATA')
  talk.write(`From: stranger@example.net\r\nSubject: Outer\r\n\r\nfirst${end}`)
  talk.write(
    `MAIL FROM:<admin@blueemailserver.com>\r\nRCPT TO:<${to.address}>\r\nDATA\r\nSubject: ${inner}\r\n\r\nsecond\r\n.\r\n`,
  )
  await talk.reply()
  talk.close()
  await submit(await createAccount('blue'), { to: to.address, subject: 'Marker', text: 'x' })
  await waitForMessage(to, 'Marker')
  await expect(waitForMessage(to, inner, 'INBOX', 2)).rejects.toThrow(/No message/)
  await expect(waitForMessage(to, inner, 'Spam', 1)).rejects.toThrow(/No message/)
})
