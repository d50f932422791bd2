import { append } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { SearchPage } from '@/e2e/pages/search'

const message = (subject: string, text: string) =>
  `From: Amy <amy@blueemailserver.com>\r\nTo: me@blueemailserver.com\r\nSubject: ${subject}\r\nMessage-ID: <${crypto.randomUUID()}@e2e>\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\n\r\n${text}\r\n`

test('what is found in all mailboxes is one list, with the words marked', async ({ inbox, account }) => {
  await append(account, message('First draft', 'The signed contract waits for you.'), 'INBOX')
  await append(account, message('Put away', 'Another contract, of last year.'), 'Archive')
  await append(account, message('Unrelated', 'Nothing of the kind.'), 'INBOX')
  const search = new SearchPage(inbox)
  const { list } = new MailboxPage(inbox)
  await expect(async () => {
    await search.for('contract')
    await expect(list.getByRole('listitem')).toHaveCount(2, { timeout: 2000 })
  }).toPass()
  await expect(inbox.getByText('2 results')).toBeVisible()
  await expect(list.locator('mark')).toHaveText(['contract', 'contract'])
  await expect(list.getByRole('listitem').filter({ hasText: 'Put away' })).toContainText('Archive')
})
