import { createAccount } from '@/e2e/accounts'
import { expectNoViolations } from '@/e2e/axe'
import { append } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { waitForMessage } from '@/e2e/mailbox-of'
import { MailboxPage } from '@/e2e/pages/mailbox'

test('a list is left from its message, and filtered by its id', async ({ inbox: page, account }) => {
  const list = await createAccount('red', 'list')
  const fields = `List-Id: Crew <crew.example>\r\nList-Unsubscribe: <mailto:${list.address}?subject=leave%20me>`
  await append(account, `${fields}\r\nFrom: Ann <ann@example.org>\r\nSubject: news\r\n\r\ntext\r\n`)
  await new MailboxPage(page).openMessage('news')
  await page.getByRole('button', { name: 'Unsubscribe' }).click()
  const question = page.getByRole('dialog', { name: 'Unsubscribe?' })
  await expect(question).toContainText(`from ${account.address} to ${list.address} with the subject “leave me”`)
  await expectNoViolations(page)
  await question.getByRole('button', { name: 'Unsubscribe' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Unsubscribed' })).toBeVisible()
  expect((await waitForMessage(list, 'leave me')).from?.value[0]?.address).toBe(account.address)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Filter messages like this' }).click()
  await expect(page.getByRole('textbox', { name: 'Mailing list (List-Id)' })).toHaveValue('crew.example')
})
