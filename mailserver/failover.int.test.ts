import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { waitForMessage } from '@/e2e/mailbox-of'
import { addresses, logFile, tlsOf } from '@/e2e/world'
import { db } from '@/lib/db/client'
import { SmtpTalk } from '@/mailserver/smtp-talk'

const unique = (text: string) => `${text} ${randomBytes(5).toString('hex')}`

async function submit(from: TestAccount, to: string, subject: string) {
  const transport = createTransport({
    host: addresses[from.host],
    port: 587,
    requireTLS: true,
    tls: tlsOf(from.host),
    auth: { user: from.address, pass: from.password },
  })
  await transport.sendMail({ from: from.address, to, subject, text: 'x' })
  transport.close()
}

/** Waits until a line of blue's log satisfies `fits`, and gives all such lines. */
async function logLines(host: string, fits: (line: string) => boolean, atLeast = 1): Promise<string[]> {
  const end = Date.now() + 40_000
  while (Date.now() < end) {
    const lines = readFileSync(logFile(host, 'log', 'mail.log'), 'utf8')
      .split('\n')
      .filter(fits)
    if (lines.length >= atLeast) return lines
    await new Promise((again) => setTimeout(again, 250))
  }
  throw new Error(`The log of ${host} had no ${atLeast} such lines within 40 s.`)
}

/** An account of red in a domain whose DNS records send the first attempt to a server that is away. */
async function accountAt(domainName: string): Promise<TestAccount> {
  await db().domain.upsert({ where: { name: domainName }, create: { name: domainName, hostId: 'red' }, update: {} })
  const account = await createAccount('red')
  const address = account.address.replace('redemailserver.com', domainName)
  await db().account.update({ where: { address: account.address }, data: { address, domainName } })
  return { ...account, address }
}

test('when the first MX is away the next one gets the mail', async () => {
  const [from, to] = [await createAccount('blue'), await accountAt('second.redemailserver.com')]
  const subject = unique('By the second')
  await submit(from, to.address, subject)
  await waitForMessage(to, subject)
  const lines = await logLines('blue', (line) => line.includes('gone.redemailserver.com') && line.includes('refused'))
  expect(lines.length).toBeGreaterThan(0)
})

test('when no MX can be reached the mail waits and is tried again', async () => {
  const from = await createAccount('blue')
  const to = `${unique('waits').replace(' ', '-')}@away.redemailserver.com`
  await submit(from, to, 'Wait for me')
  const tries = await logLines('blue', (line) => line.includes(`to=<${to}>`) && line.includes('status=deferred'), 2)
  expect(tries[0]).toMatch(/Connection refused/)
})

test('the second MX of red takes mail and hands it to the first', async () => {
  const to = await createAccount('red')
  const subject = unique('Through mx2')
  const talk = await SmtpTalk.open(addresses.redSecond)
  await talk.say('MAIL FROM:<>')
  expect(await talk.say(`RCPT TO:<${to.address}>`)).toMatch(/^250/)
  await talk.say('DATA')
  talk.write(`From: <someone@example.net>\r\nTo: <${to.address}>\r\nSubject: ${subject}\r\n\r\nHello\r\n.\r\n`)
  expect(await talk.reply()).toMatch(/^250/)
  talk.close()
  await waitForMessage(to, subject)
  const [line] = await logLines('mx2', (text) => text.includes(`to=<${to.address}>`))
  expect(line).toMatch(/relay=mx1\.redemailserver\.com.*status=sent/)
})

test('the second MX refuses people whom red does not know, and other domains', async () => {
  const talk = await SmtpTalk.open(addresses.redSecond)
  await talk.say('MAIL FROM:<someone@example.net>')
  expect(await talk.say('RCPT TO:<nobody-at-all@redemailserver.com>')).toMatch(/^550/)
  expect(await talk.say('RCPT TO:<brian@blueemailserver.com>')).toMatch(/^[45]54/)
  talk.close()
})
