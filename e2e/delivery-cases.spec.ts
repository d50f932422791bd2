import { randomBytes } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { createAccount } from '@/e2e/accounts'
import { append } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { Composer } from '@/e2e/pages/composer'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { waitForProblem } from '@/e2e/recipient-problems'
import { ScriptedSmtp } from '@/e2e/scripted-smtp'
import { addresses } from '@/e2e/world'
import type { RecipientProblem } from '@/lib/contract/recipients'
import { db } from '@/lib/db/client'
import { SmtpTalk } from '@/mailserver/smtp-talk'

// one server plays all strange servers: its tests run one after the other
test.describe.configure({ mode: 'default' })

const strange = new ScriptedSmtp()
test.beforeAll(() => strange.listen(addresses.odd))
test.afterAll(() => strange.close())

const someone = () => `x-${randomBytes(5).toString('hex')}@strange.redemailserver.com`
const soon = { timeout: 30_000 }

/** Somebody tries to write to `to` on blue and is refused at the door. */
async function refusedFrom(to: string): Promise<void> {
  const talk = await SmtpTalk.open(addresses.blue)
  await talk.say('MAIL FROM:<"x);dmarc=pass("@evil.example>')
  expect(await talk.say(`RCPT TO:<${to}>`)).toMatch(/^550/)
  talk.close()
}

/** Sends through the page, in spite of a problem the composer is to see, and gives the row in Sent. */
async function send(page: Page, to: string, subject: string, problem?: RecipientProblem['problem']): Promise<Locator> {
  if (problem) await waitForProblem(page, to, problem)
  const composer = await new Composer(page).open()
  await composer.fill({ to, subject, body: 'Hello' })
  await (problem ? composer.sendAnyway() : composer.send())
  // an earlier message's notice may still stand there
  await composer.dialog.waitFor({ state: 'hidden' })
  const mailbox = new MailboxPage(page)
  await mailbox.goTo('Sent')
  await expect(mailbox.row(subject)).toBeVisible(soon)
  return mailbox.row(subject)
}

const markOf = (row: Locator, state: string | RegExp) =>
  row.getByRole('img', { name: typeof state === 'string' ? `Delivery: ${state}` : state })

/** Opens what stands in Sent and gives its delivery panel. */
async function panelOf(page: Page, subject: string): Promise<Locator> {
  await new MailboxPage(page).openMessage(subject)
  await page.getByRole('button', { name: /^Delivery/ }).click()
  return page.getByRole('dialog', { name: 'Delivery of this message' })
}

test('accepted by a server that is not ours: its name, address, words and queue id', async ({ inbox }) => {
  const to = someone()
  const row = await send(inbox, to, 'To a stranger')
  await expect(markOf(row, 'Accepted by the other server')).toBeVisible(soon)
  const panel = await panelOf(inbox, 'To a stranger')
  const recipients = panel.getByRole('group', { name: 'Recipients' })
  await expect(recipients).toContainText(
    `Accepted by odd.redemailserver.com · ${addresses.odd} · there in the queue as ODD123456`,
  )
  await expect(panel.getByRole('list', { name: 'What happened' })).toContainText('250 2.0.0 Ok: queued as ODD123456')
  const talk = panel.getByText('The conversation of the two servers')
  await talk.click()
  const lines = panel.getByRole('list', { name: 'The conversation of the two servers' })
  await expect(lines).toContainText(`RCPT TO:<${to}>`)
  await expect(lines).toContainText('(not recorded)')
  await expect(lines.getByRole('listitem').last()).toContainText('250 2.0.0 Ok: queued as ODD123456')
})

test('greylisted, then accepted: the mark in Sent changes while one looks at it', async ({ inbox }) => {
  const to = someone()
  strange.play({ to, rcpt: ['450 4.2.0 Greylisted, come again'] })
  const row = await send(inbox, to, 'Come again')
  await expect(markOf(row, /Waiting to be tried again: greylisted: .*; next try at about/)).toBeVisible(soon)
  strange.play({ to })
  await expect(markOf(row, 'Accepted by the other server')).toBeVisible({ timeout: 50_000 })
})

test('put off for another reason, then accepted', async ({ inbox }) => {
  const to = someone()
  strange.play({ to, rcpt: ['451 4.3.0 Disk trouble'] })
  const row = await send(inbox, to, 'Disk trouble')
  await expect(markOf(row, /Waiting to be tried again/)).toBeVisible(soon)
  strange.play({ to })
  await expect(markOf(row, 'Accepted by the other server')).toBeVisible({ timeout: 50_000 })
})

test('bounced by the other mail system, and by DNS', async ({ inbox }) => {
  const row = await send(inbox, 'nobody-there@redemailserver.com', 'To nobody', 'no-such-mailbox')
  await expect(markOf(row, 'Could not be delivered: no such mailbox there')).toBeVisible(soon)
  const lost = await send(inbox, 'x@no-such-domain.example', 'To nowhere', 'no-mail-server')
  await expect(markOf(lost, 'Could not be delivered: no mail server was found for the domain')).toBeVisible(soon)
})

test('the mailbox is full', async ({ inbox }) => {
  const receiver = await createAccount('red', 'full', 20_000n)
  await append(receiver, `Subject: fills it\r\n\r\n${'x'.repeat(19_900)}\r\n`)
  const row = await send(inbox, receiver.address, 'No room', 'mailbox-full')
  await expect(markOf(row, 'Could not be delivered: the mailbox is full')).toBeVisible(soon)
})

test('an alias for two is one recipient, in two mailboxes', async ({ inbox }) => {
  const [one, two] = [await createAccount('red'), await createAccount('red')]
  const alias = `team-${randomBytes(5).toString('hex')}@redemailserver.com`
  const domainName = 'redemailserver.com'
  await db().alias.createMany({
    data: [one, two].map(({ address }) => ({ address: alias, target: address, domainName })),
  })
  const row = await send(inbox, alias, 'For the team')
  await expect(markOf(row, 'In the mailbox')).toBeVisible(soon)
  const panel = await panelOf(inbox, 'For the team')
  const recipients = panel.getByRole('group', { name: 'Recipients' })
  await expect(recipients.getByRole('radio')).toHaveCount(1)
  for (const { address } of [one, two]) await expect(recipients).toContainText(address)
})

test('inside the own domain, with and without a tag: the folder and its rule', async ({ inbox }) => {
  const receiver = await createAccount('blue')
  const plain = await send(inbox, receiver.address, 'To a colleague')
  await expect(markOf(plain, 'In the mailbox')).toBeVisible(soon)
  const tagged = await send(inbox, receiver.address.replace('@', '+lists@'), 'To a tag')
  await expect(markOf(tagged, 'In the mailbox')).toBeVisible(soon)
  const panel = await panelOf(inbox, 'To a tag')
  const recipients = panel.getByRole('group', { name: 'Recipients' })
  await expect(recipients).toContainText(/in INBOX · .*no rule moved it/)
})

test('words of a strange server and of a strange message are text, whatever they hold', async ({ inbox, account }) => {
  const markup = '<img src=x onerror=document.title=1><b>bold</b>'
  const to = someone()
  strange.play({ to, rcpt: [`550 5.7.1 ${markup} {x} &lt;`] })
  const row = await send(inbox, to, `Refused ${markup}`)
  await expect(markOf(row, /Could not be delivered/)).toBeVisible(soon)
  const panel = await panelOf(inbox, `Refused ${markup}`)
  await expect(panel.getByRole('list', { name: 'What happened' })).toContainText(markup)
  await expect(inbox.locator('img[src="x"], b')).toHaveCount(0)
  await inbox.keyboard.press('Escape')
  await append(
    account,
    [
      `Received: from ${markup} (${markup} [192.0.2.1]) by ${markup.replaceAll(' ', '')} with <i>SMTP</i> id <u>1</u>; ${markup}`,
      `Authentication-Results: mx1.blueemailserver.com; spf=pass smtp.mailfrom=${markup.replaceAll(' ', '')}; dkim=fail header.d=<u>x</u>`,
      `X-Spamd-Result: default: False [1.00 / 15.00]; STRANGE(1.00)[${markup}]`,
      `From: "${markup}" <someone@example.net>`,
      `To: "${markup}" <${account.address}>`,
      `Subject: Arrived ${markup}`,
      `List-Id: ${markup} <list.example.net>`,
      `Message-ID: <${randomBytes(6).toString('hex')}@example.net>`,
      '',
      'Hello',
      '',
    ].join('\r\n'),
  )
  const mailbox = new MailboxPage(inbox)
  await mailbox.goTo('Inbox')
  await mailbox.openMessage(`Arrived ${markup}`)
  await inbox.getByRole('button', { name: 'Message menu' }).click()
  await inbox.getByRole('menuitem', { name: 'Why is this here?' }).click()
  const why = inbox.getByRole('dialog', { name: 'Why is this message here?' })
  await expect(why.getByRole('list', { name: 'Servers it passed' })).toContainText('<img')
  await expect(why).toContainText('claimed')
  await expect(why).toContainText(markup)
  await expect(inbox.locator('img[src="x"], b, u, article i')).toHaveCount(0)
  await expect(inbox).not.toHaveTitle('1')
})

test('what was refused and put off for oneself is listed', async ({ inbox, account }) => {
  await inbox.goto('/settings/attempts')
  await expect(inbox.getByText('Nothing was refused, put off or returned in the last 14 days.')).toBeVisible()
  await refusedFrom(account.address)
  const list = inbox.getByRole('list', { name: 'Attempts' })
  await expect(async () => {
    await inbox.reload()
    await expect(list).toContainText('x);dmarc=pass(@evil.example', { timeout: 2_000 })
  }).toPass(soon)
  await expect(list).toContainText('refused')
  await expect(list).toContainText('Sender address rejected: Quoted or malformed names are not accepted here')
})
