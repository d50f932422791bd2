import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { expect, signIn, test } from '@/e2e/fixtures'
import { Composer } from '@/e2e/pages/composer'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { addresses, domainOf, logFile, relayAddress } from '@/e2e/world'

// one after the other: the second reads a DNS log in which the first one's answer would stand
test.describe.configure({ mode: 'serial' })

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** What a log says from now on. */
function follow(...names: string[]): () => string {
  const file = logFile(...names)
  const from = statSync(file).size
  return () => readFileSync(file).subarray(from).toString('utf8')
}

/** Fetches the newest message over POP3 on port 110, as an outside client of the lesson does. */
function popNewest(account: TestAccount): Buffer {
  const base = ['-s', '--ssl-reqd', '--cacert', logFile('secrets', 'mail-ca.pem')]
  const name = `mx1.${domainOf[account.host]}`
  const where = ['--resolve', `${name}:110:${addresses[account.host]}`, '-u', `${account.address}:${account.password}`]
  return execFileSync('curl', [...base, ...where, `pop3://${name}/1`], { maxBuffer: 1 << 26 })
}

test('brian writes to jsmith through both mail systems, and the attachments arrive byte for byte', async ({
  page,
  browser,
}, testInfo) => {
  const brian = await createAccount('blue', 'brian')
  const jsmith = await createAccount('red', 'jsmith')
  const png = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#2457a7' } })
    .png()
    .toBuffer()
  const files = [
    { name: 'measurements.bin', buffer: randomBytes(10 * 1024 * 1024) },
    { name: 'picture.png', buffer: png },
    { name: '見積書.txt', buffer: Buffer.from('お見積り: 1,200 円\r\n', 'utf8') },
  ].map((file) => ({ ...file, path: testInfo.outputPath(file.name) }))
  // as a person has them: on the disk
  for (const { path, buffer } of files) writeFileSync(path, buffer)
  const subject = `How e-mail works ${randomBytes(4).toString('hex')}`
  const dns = follow('log', 'dns.log')
  const blue = follow('blue', 'log', 'mail.log')

  await signIn(page, brian)
  await page.goto('/mail/inbox')
  const composer = await new Composer(page).open()
  await composer.fill({ to: jsmith.address, subject, body: 'Dear John, here are the files.' })
  await composer.attach(files.map(({ path }) => path))
  await composer.send()

  const context = await browser.newContext()
  const red = await context.newPage()
  await signIn(red, jsmith)
  await red.goto('/mail/inbox')
  const mailbox = new MailboxPage(red)
  await expect(mailbox.row(subject)).toBeVisible({ timeout: 30_000 })
  await expect(mailbox.row(subject)).toContainText('unread')
  await mailbox.openMessage(subject)
  await expect(mailbox.body()).toContainText('Dear John, here are the files.')
  for (const file of files) expect(digest(await mailbox.save(file.name)), file.name).toBe(digest(file.buffer))

  await red.getByRole('button', { name: 'Reply', exact: true }).click()
  const reply = new Composer(red, 'Reply')
  await reply.fill({ body: 'Thank you, Brian.' })
  await reply.send()
  // the answer joins its conversation, whose row bears the first subject and the newest words
  await expect(new MailboxPage(page).row(subject).filter({ hasText: 'Thank you, Brian.' })).toBeVisible({
    timeout: 30_000,
  })

  expect(dns()).toMatch(/redemailserver\.com\|MX/)
  expect(blue()).toMatch(
    new RegExp(`to=<${jsmith.address}>, relay=mx1\\.redemailserver\\.com\\[${relayAddress.red}\\]:25.*status=sent`),
  )
  expect(popNewest(jsmith).toString('latin1')).toContain(`Subject: ${subject}`)
  await context.close()
})

test('mail inside one domain asks the DNS for no MX', async ({ page }) => {
  const brian = await createAccount('blue', 'brian')
  const alice = await createAccount('blue', 'alice')

  await signIn(page, brian)
  await page.goto('/mail/inbox')
  // The log is everybody's, and others may ask meanwhile: a message is shown during which nobody did.
  await expect(async () => {
    const subject = `Across the corridor ${randomBytes(4).toString('hex')}`
    const blue = follow('blue', 'log', 'mail.log')
    const dns = follow('log', 'dns.log')
    const composer = await new Composer(page).open()
    await composer.fill({ to: alice.address, subject, body: 'Lunch?' })
    await composer.send()
    await expect.poll(blue).toMatch(new RegExp(`/lmtp\\[\\d+\\]: \\w+: to=<${alice.address}>, relay=.*status=sent`))
    expect(dns()).not.toMatch(/blueemailserver\.com\|MX/)
  }).toPass()
})
