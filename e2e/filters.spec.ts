import { expectNoViolations } from '@/e2e/axe'
import { deliver, withImap } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { waitForMessage } from '@/e2e/mailbox-of'
import { MailboxPage } from '@/e2e/pages/mailbox'

test('a rule made from a message files the next one like it, and forwarding is seen on every page', async ({
  inbox: page,
  account,
}) => {
  await deliver(account, { from: 'news@redemailserver.com', subject: 'issue 1', text: 'x' })
  await new MailboxPage(page).openMessage('issue 1')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Filter messages like this' }).click()
  const form = page.getByRole('form', { name: 'Rule' })
  await expect(form.getByRole('textbox', { name: 'From contains' })).toHaveValue('news@redemailserver.com')
  await form.getByRole('checkbox', { name: 'Move to Trash' }).check()
  await form.getByRole('button', { name: 'Add condition' }).click()
  await form.getByRole('textbox', { name: 'Subject contains' }).fill('issue')
  await expectNoViolations(page)
  await form.getByRole('button', { name: 'Save rule' }).click()
  await expect(page.getByRole('list', { name: 'Rules' }).getByRole('listitem')).toHaveText(
    /from news@.* and subject issue/,
  )
  await deliver(account, { from: 'news@redemailserver.com', subject: 'issue 2', text: 'x' })
  await waitForMessage(account, 'issue 2', 'Trash')

  await page.getByRole('button', { name: /^Edit rule/ }).click()
  await form.getByRole('checkbox', { name: 'Forward to' }).check()
  await form.getByRole('textbox', { name: 'Forward to' }).fill('else@redemailserver.com')
  await form.getByRole('button', { name: 'Save rule' }).click()
  await expect(page.getByText('Mail is also sent to else@redemailserver.com.')).toBeVisible()
  await expectNoViolations(page)
  await page.goto('/mail/inbox')
  await expect(page.getByText('Mail is also sent to else@redemailserver.com.')).toBeVisible()
  await expect(page.getByText('Your mail is now forwarded')).toBeVisible()
  await page.getByRole('link', { name: 'Review' }).click()
  await page.getByRole('button', { name: /^Remove rule/ }).click()
  await expect(page.getByText('Mail is also sent to')).toHaveCount(0)
})

test('an answer while away is switched on and kept', async ({ inbox: page }) => {
  await page.goto('/settings/vacation')
  await page.getByRole('checkbox', { name: 'Answer while I am away' }).check()
  await page.getByLabel('First day').fill('2026-12-20')
  await page.getByLabel('Last day').fill('2027-01-03')
  await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('Back in January')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Answer while I am away' })).toBeChecked()
  await expect(page.getByLabel('Last day')).toHaveValue('2027-01-03')
})

test('with no rules the page says what they are for; one whose folder is gone is switched off and says so', async ({
  inbox: page,
  account,
}) => {
  await withImap(account, (client) => client.mailboxCreate('Passing'))
  await page.goto('/settings/filters')
  await expect(page.getByText('You have no rules yet')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Add rule' }).click()
  const form = page.getByRole('form', { name: 'Rule' })
  await form.getByRole('textbox', { name: 'From contains' }).fill('a@example.net')
  await form.getByRole('checkbox', { name: 'Move to folder' }).check()
  await form.getByRole('combobox', { name: 'Folder' }).selectOption('Passing')
  await form.getByRole('button', { name: 'Save rule' }).click()
  const rules = page.getByRole('list', { name: 'Rules' }).getByRole('listitem')
  await expect(rules).toContainText('Passing')
  await withImap(account, (client) => client.mailboxDelete('Passing'))
  await page.reload()
  await page.getByRole('button', { name: 'Add rule' }).click()
  await form.getByRole('textbox', { name: 'From contains' }).fill('b@example.net')
  await form.getByRole('checkbox', { name: 'Star' }).check()
  await form.getByRole('button', { name: 'Save rule' }).click()
  await expect(rules).toHaveCount(2)
  await expect(rules.first()).toContainText('Switched off: what it asks for is gone.')
  await expect(rules.first().getByRole('checkbox')).not.toBeChecked()
  await expect(rules.last().getByRole('checkbox')).toBeChecked()
  await expectNoViolations(page)
})
