import type { Page } from '@playwright/test'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { expectNoViolations } from '@/e2e/axe'
import { append } from '@/e2e/deliver'
import { expect, preferencesSaved, signIn, test } from '@/e2e/fixtures'
import { waitForMessage } from '@/e2e/mailbox-of'
import { Composer } from '@/e2e/pages/composer'
import { MailboxPage } from '@/e2e/pages/mailbox'

/** A message of `from` that asks for a receipt, in the inbox of `to`. */
async function ask(from: TestAccount, to: TestAccount, subject: string): Promise<void> {
  const head = [
    `Return-Path: <${from.address}>`,
    `From: ${from.displayName} <${from.address}>`,
    `To: ${to.address}`,
    `Subject: ${subject}`,
    `Message-ID: <${subject.replaceAll(' ', '-')}@blue.example>`,
    `Disposition-Notification-To: ${from.address}`,
  ]
  await append(to, `${head.join('\r\n')}\r\n\r\nHello\r\n`)
}

async function askForReceipt(page: Page, composer: Composer): Promise<void> {
  await composer.dialog.getByRole('button', { name: 'More options' }).click()
  await page.getByRole('menuitem', { name: 'Ask for a read receipt' }).click()
  await expect(composer.dialog).toContainText('Asks for a read receipt.')
}

test('who is asked for a receipt decides, and the receipt goes to who asked', async ({ inbox: page, account }) => {
  const sender = await createAccount('red', 'maria')
  await ask(sender, account, 'yes')
  await new MailboxPage(page).openMessage('yes')
  const bar = page.getByRole('region', { name: 'Read receipt' })
  await expect(bar).toContainText('Maria Test asks to be told that you have read this.')
  await expectNoViolations(page)
  await bar.getByRole('button', { name: 'Send receipt' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Receipt sent' })).toBeVisible()
  await expect(bar).toBeHidden()
  await expect(page.getByRole('article').getByRole('button').first()).toBeFocused()
  const receipt = await waitForMessage(sender, 'Read: yes')
  expect(receipt.from?.value[0]?.address).toBe(account.address)
})

test('who does not want to send one is asked once', async ({ inbox: page, account }) => {
  await ask(await createAccount('red', 'maria'), account, 'rather not')
  await new MailboxPage(page).openMessage('rather not')
  const bar = page.getByRole('region', { name: 'Read receipt' })
  await bar.getByRole('button', { name: 'Do not send' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'No receipt is sent' })).toBeVisible()
  await expect(bar).toBeHidden()
  await page.reload()
  await expect(page.getByRole('article')).toContainText('Maria Test')
  await expect(bar).toBeHidden()
})

test('who never sends receipts is not asked', async ({ inbox: page, account }) => {
  await ask(await createAccount('red'), account, 'quiet')
  await page.goto('/settings/general')
  const saved = preferencesSaved(page)
  await page.getByRole('group', { name: 'When a sender asks for a read receipt' }).getByText('Never send one').click()
  await saved
  await page.goto('/mail/inbox')
  await new MailboxPage(page).openMessage('quiet')
  await expect(page.getByRole('article')).toContainText('Tester Test')
  await expect(page.getByRole('region', { name: 'Read receipt' })).toBeHidden()
})

test('axe finds nothing in a composer that asks for a receipt', async ({ inbox: page }) => {
  const composer = await new Composer(page).open()
  await askForReceipt(page, composer)
  await expectNoViolations(page)
})

test('asked for in the composer, sent by who was asked, and read in Sent', async ({ inbox: page, browser }) => {
  const reader = await createAccount('red', 'jsmith')
  const composer = await new Composer(page).open()
  await composer.fill({ to: reader.address, subject: 'Did you see', body: 'Hello' })
  await askForReceipt(page, composer)
  await composer.send()

  const other = await browser.newPage()
  await signIn(other, reader)
  await other.goto('/mail/inbox')
  await new MailboxPage(other).openMessage('Did you see')
  await other.getByRole('region', { name: 'Read receipt' }).getByRole('button', { name: 'Send receipt' }).click()
  await expect(other.getByRole('status').filter({ hasText: 'Receipt sent' })).toBeVisible()
  await other.close()

  // the receipt is part of the conversation, and the newest of it
  const mailbox = new MailboxPage(page)
  await mailbox.goTo('Sent')
  await mailbox.openMessage('Did you see')
  const receipt = page.getByRole('region', { name: 'Read receipt' })
  await expect(receipt).toContainText(`${reader.address} opened “Did you see” on`, { timeout: 30_000 })
  await expectNoViolations(page)
  const own = page.getByRole('article').first()
  // folded only if the receipt had come when the conversation was opened
  await page.keyboard.press(';')
  await own.getByRole('button', { name: /^Delivery/ }).click()
  const recipients = page
    .getByRole('dialog', { name: 'Delivery of this message' })
    .getByRole('group', { name: 'Recipients' })
  await expect(recipients).toContainText(/Read on .*, by their own receipt/, { timeout: 30_000 })
})
