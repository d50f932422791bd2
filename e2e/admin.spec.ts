import { createAccount, type TestAccount } from '@/e2e/accounts'
import { expectNoViolations } from '@/e2e/axe'
import { deliver } from '@/e2e/deliver'
import { expect, signIn, test } from '@/e2e/fixtures'
import { Composer } from '@/e2e/pages/composer'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { db } from '@/lib/db/client'

const away = () => `x-${Math.random().toString(36).slice(2)}@away.redemailserver.com`

async function admin(): Promise<TestAccount> {
  const account = await createAccount('blue')
  await db().account.update({ where: { address: account.address }, data: { admin: true } })
  return account
}

test('who sent it tries again and stops from the Delivery panel, and sees it happen', async ({ inbox }) => {
  const to = away()
  await new Composer(inbox).open().then(async (composer) => {
    await composer.fill({ to, subject: 'Nobody listens', body: 'Hello?' })
    await composer.send()
  })
  const mailbox = new MailboxPage(inbox)
  await mailbox.goTo('Sent')
  await mailbox.openMessage('Nobody listens')
  await inbox.getByRole('button', { name: /Delivery: Waiting/ }).click({ timeout: 20_000 })
  const dialog = inbox.getByRole('dialog', { name: 'Delivery of this message' })
  const tries = dialog.getByText(/Not delivered to/)
  await expect(tries).not.toHaveCount(0)
  const before = await tries.count()
  await dialog.getByRole('button', { name: `Try now to deliver to ${to}` }).click()
  await expect(tries).not.toHaveCount(before, { timeout: 5_000 })
  await expectNoViolations(inbox)
  await dialog.getByRole('button', { name: `Stop trying to deliver to ${to}` }).click()
  const question = inbox.getByRole('dialog', { name: 'Stop trying to deliver this message?' })
  await expect(question).toContainText(to)
  await question.getByRole('button', { name: 'Stop trying' }).click()
  await expect(dialog.getByText('Stopped', { exact: true })).toBeVisible({ timeout: 5_000 })
  await expect(dialog.getByRole('button', { name: /Try now/ })).toHaveCount(0)
})

test('an admin finds what waits, holds it, and deletes it only after a question; by keyboard', async ({
  page,
  account,
}) => {
  const to = away()
  await signIn(page, account)
  await page.goto('/mail/inbox')
  const composer = await new Composer(page).open()
  await composer.fill({ to, subject: '<b>bold</b>', body: 'Hello?' })
  await composer.send()
  await signIn(page, await admin())
  await page.goto('/mail/inbox')
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Administration' }).click()
  await expect(page).toHaveURL(/\/admin\/queue$/)
  await page.getByRole('searchbox', { name: /Find in the queues/ }).fill(to)
  const queue = page.getByRole('region', { name: 'Queue of mx1.blueemailserver.com' })
  const row = queue
    .getByRole('list', { name: /Messages in the queue/ })
    .getByRole('listitem')
    .filter({ hasText: account.address })
  await expect(row).toContainText('the server cannot be reached', { timeout: 20_000 })
  await expect(row).toContainText('Connection refused')
  await expectNoViolations(page)
  await queue.getByRole('checkbox', { name: /Choose message/ }).focus()
  await page.keyboard.press('Space')
  await queue.getByRole('button', { name: 'Hold' }).press('Enter')
  await expect(row).toContainText('held')
  await row.getByRole('button', { name: /Actions on message/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const question = page.getByRole('dialog', { name: 'Delete this message from the queue?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(row).toBeVisible()
  await row.getByRole('button', { name: /Actions on message/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await question.getByRole('button', { name: 'Delete' }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Deliveries' }).click()
  await page.getByRole('searchbox', { name: /Address or part/ }).fill(to)
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  const log = page.getByRole('list', { name: 'Deliveries' })
  await expect(log.getByRole('listitem').first()).toContainText('Deleted')
  await log
    .getByRole('button', { name: /Find everything about/ })
    .first()
    .click()
  await expect(log.getByRole('listitem').filter({ hasText: 'Waits' }).first()).toContainText(to)
  await expectNoViolations(page)
})

test('what is logged while an admin looks appears by itself', async ({ page }) => {
  await signIn(page, await admin())
  const receiver = await createAccount('blue')
  await page.goto('/admin/deliveries')
  await page.getByRole('searchbox', { name: /Address or part/ }).fill(receiver.address)
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(page.getByText('Nothing of this was told by the mail servers.')).toBeVisible()
  await deliver(receiver, { subject: 'Logged', text: 'Hello' })
  const log = page.getByRole('list', { name: 'Deliveries' })
  await expect(log.getByRole('listitem').first()).toContainText(receiver.address)
})

test('the team’s side is not there for who is no admin', async ({ inbox, expectedErrors }) => {
  expectedErrors.push(/404/)
  await inbox.getByRole('button', { name: 'Account' }).click()
  await expect(inbox.getByRole('menuitem', { name: 'Settings' })).toBeVisible()
  await expect(inbox.getByRole('menuitem', { name: 'Administration' })).toHaveCount(0)
  expect((await inbox.request.get('/admin/queue')).status()).toBe(404)
})
