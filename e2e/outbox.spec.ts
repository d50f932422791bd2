import type { Page } from '@playwright/test'
import { createAccount } from '@/e2e/accounts'
import { expectNoViolations } from '@/e2e/axe'
import { expect, preferencesSaved, test } from '@/e2e/fixtures'
import { messagesIn, waitForMessage } from '@/e2e/mailbox-of'
import { Composer } from '@/e2e/pages/composer'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { waitForProblem } from '@/e2e/recipient-problems'

const status = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text })
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' })

/** Chooses in the settings, as a person would, how long Send can be undone. */
async function chooseUndo(page: Page, name: string): Promise<void> {
  await page.goto('/settings/general')
  const saved = preferencesSaved(page)
  const choice = page.getByRole('group', { name: 'Undo send' }).getByRole('radio', { name })
  await choice.click()
  await saved
  await expect(choice).toBeChecked()
  await page.goto('/mail/inbox')
}

async function sendLater(page: Page, composer: Composer, choice: string): Promise<void> {
  await composer.dialog.getByRole('button', { name: 'Send later' }).click()
  await page.getByRole('menuitem', { name: choice }).click()
}

test('a message sent is taken back and is in the composer again, with its file, and never leaves', async ({
  inbox,
}) => {
  const other = await createAccount('red')
  await chooseUndo(inbox, '20 seconds')
  const composer = await new Composer(inbox).open()
  await composer.fill({ to: other.address, subject: 'Second thoughts', body: 'In anger' })
  await composer.attach([{ name: 'proof.txt', mimeType: 'text/plain', buffer: Buffer.from('proof') }])
  await expect(composer.dialog.getByRole('button', { name: 'Remove proof.txt' })).toBeVisible()
  await composer.send()
  await expectNoViolations(inbox)
  const mailbox = new MailboxPage(inbox)
  await mailbox.goTo('Scheduled')
  await expect(mailbox.row('Second thoughts')).toContainText('Will be sent')
  await undo(inbox).click()
  await expect(composer.dialog.getByRole('textbox', { name: 'Message body' })).toHaveText('In anger')
  await expect(composer.dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue('Second thoughts')
  await expect(composer.dialog.getByRole('button', { name: `Remove ${other.address}` })).toBeVisible()
  await expect(composer.dialog.getByRole('button', { name: 'Remove proof.txt' })).toBeVisible()
  await expect(mailbox.row('Second thoughts')).toHaveCount(0)
  await mailbox.goTo('Drafts')
  await expect(mailbox.row('Second thoughts')).toHaveCount(1)
  // sent after all, it arrives once and as it is now
  await chooseUndo(inbox, 'Off')
  await mailbox.goTo('Drafts')
  await mailbox.row('Second thoughts').getByText('Second thoughts').click()
  await composer.fill({ subject: 'Third thoughts' })
  await composer.send()
  await waitForMessage(other, 'Third thoughts')
  expect(await messagesIn(other)).toHaveLength(1)
})

test('a message whose time to undo has passed is in Sent, though the tab was closed', async ({ inbox, context }) => {
  const other = await createAccount('red')
  await chooseUndo(inbox, '5 seconds')
  const composer = await new Composer(inbox).open()
  await composer.fill({ to: other.address, subject: 'Closing the lid', body: 'words' })
  await composer.send()
  await inbox.goto('about:blank')
  await waitForMessage(other, 'Closing the lid')
  const later = await context.newPage()
  await later.goto('/mail/sent')
  await expect(new MailboxPage(later).row('Closing the lid')).toBeVisible()
  await later.goto('/mail/scheduled')
  await expect(later.getByRole('heading', { name: 'Closing the lid' })).toHaveCount(0)
})

test('a scheduled message is listed with its time, edited, planned anew by the clock of another zone, and canceled', async ({
  inbox,
}) => {
  test.slow()
  const composer = await new Composer(inbox).open()
  const mailbox = new MailboxPage(inbox)
  await composer.fill({ to: 'jsmith@redemailserver.com', subject: 'Not before breakfast', body: 'Good morning' })
  await composer.dialog.getByRole('button', { name: 'Send later' }).click()
  await expect(inbox.getByRole('menuitem', { name: 'Tomorrow morning' })).toContainText('8:00')
  await inbox.getByRole('menuitem', { name: 'Tomorrow morning' }).click()
  await expect(status(inbox, 'Will be sent')).toBeVisible()
  await mailbox.goTo('Scheduled')
  await expect(mailbox.row('Not before breakfast')).toContainText('8:00')
  await expectNoViolations(inbox)

  await mailbox.openMessage('Not before breakfast')
  const banner = inbox.getByRole('region', { name: 'Sending' })
  await expect(banner).toContainText('Will be sent')
  await expect(inbox.getByRole('button', { name: 'Reply' })).toHaveCount(0)
  await expectNoViolations(inbox)
  await banner.getByRole('button', { name: 'Edit' }).click()
  await expect(composer.dialog.getByRole('textbox', { name: 'Message body' })).toHaveText('Good morning')
  await expect(mailbox.row('Not before breakfast')).toHaveCount(0)

  await sendLater(inbox, composer, 'Pick date and time')
  const picker = inbox.getByRole('dialog', { name: 'Send later' })
  await expect(picker.getByLabel('Date and time')).toBeVisible()
  await expect(inbox.getByRole('menu')).toHaveCount(0)
  await expect(picker).toHaveCSS('opacity', '1')
  await expectNoViolations(inbox)
  await picker.getByLabel('Date and time').fill('2020-01-01T08:00')
  await picker.getByRole('button', { name: 'Schedule' }).click()
  await expect(picker.getByRole('alert')).toContainText('future')
  await picker.getByLabel('Date and time').fill('2030-07-01T09:30')
  await picker.getByLabel('Time zone').selectOption('Asia/Tokyo')
  await picker.getByRole('button', { name: 'Schedule' }).click()
  await expect(mailbox.row('Not before breakfast').getByRole('time')).toHaveAttribute(
    'datetime',
    '2030-07-01T00:30:00.000Z',
  )

  await mailbox.openMessage('Not before breakfast')
  await banner.getByRole('button', { name: 'Cancel sending' }).click()
  await expect(status(inbox, 'Sending canceled')).toBeVisible()
  await expect(mailbox.row('Not before breakfast')).toHaveCount(0)
  await mailbox.goTo('Drafts')
  await expect(mailbox.row('Not before breakfast')).toHaveCount(1)
})

test('a scheduled message is sent now', async ({ inbox }) => {
  const other = await createAccount('red')
  const composer = await new Composer(inbox).open()
  const mailbox = new MailboxPage(inbox)
  await composer.fill({ to: other.address, subject: 'Cannot wait', body: 'words' })
  await sendLater(inbox, composer, 'Tomorrow morning')
  await mailbox.goTo('Scheduled')
  await mailbox.openMessage('Cannot wait')
  await inbox.getByRole('region', { name: 'Sending' }).getByRole('button', { name: 'Send now' }).click()
  await waitForMessage(other, 'Cannot wait')
  await expect(mailbox.row('Cannot wait')).toHaveCount(0)
  await mailbox.goTo('Sent')
  await expect(mailbox.row('Cannot wait')).toBeVisible()
})

test('a message that the mail server refuses stays in Scheduled, and its author is told why', async ({ inbox }) => {
  await chooseUndo(inbox, '5 seconds')
  const composer = await new Composer(inbox).open()
  await waitForProblem(inbox, 'nobody-at-all@blueemailserver.com', 'no-such-mailbox')
  await composer.fill({ to: 'nobody-at-all@blueemailserver.com', subject: 'To nobody', body: 'words' })
  await composer.sendAnyway()
  await expect(status(inbox, 'To nobody: Not sent')).toContainText('550', { timeout: 30_000 })
  await expectNoViolations(inbox)
  await status(inbox, 'To nobody').getByRole('button', { name: 'Open' }).click()
  const banner = inbox.getByRole('region', { name: 'Sending' })
  await expect(banner).toContainText('Not sent')
  await expect(banner).toContainText('nobody-at-all@blueemailserver.com')
  await expectNoViolations(inbox)
  await new MailboxPage(inbox).goTo('Scheduled')
  await expect(new MailboxPage(inbox).row('To nobody')).toContainText('Not sent')
})
