import { expectNoViolations } from '@/e2e/axe'
import { deliver } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { Composer } from '@/e2e/pages/composer'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { appendThread } from '@/e2e/thread-mail'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('axe finds nothing on the sign-in page', async ({ page }) => {
      await page.goto('/sign-in')
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
      await expectNoViolations(page)
    })

    test('axe finds nothing on an empty inbox', async ({ inbox }) => {
      await expect(inbox.getByRole('navigation', { name: 'Mailboxes' })).toBeVisible()
      await expectNoViolations(inbox)
    })

    test('axe finds nothing on the list, the reader and the composer', async ({ inbox, account }) => {
      await deliver(account, {
        subject: 'Looked at closely',
        html: '<h1>Hello</h1><p>A <a href="https://example.com/">link</a>.</p>',
        attachments: [{ filename: 'notes.txt', content: 'notes' }],
      })
      const mailbox = new MailboxPage(inbox)
      await expect(mailbox.row('Looked at closely')).toBeVisible()
      await expectNoViolations(inbox)
      await mailbox.openMessage('Looked at closely')
      await expect(mailbox.body()).toContainText('Hello')
      await expectNoViolations(inbox)
      await new Composer(inbox).open()
      await expectNoViolations(inbox)
    })

    test('axe finds nothing on a conversation, folded and open, with an answer begun', async ({ inbox, account }) => {
      const maria = { name: 'Maria Rossi', address: 'maria@red.example' }
      const mails = Array.from({ length: 6 }, (_, i) => ({
        from: i % 2 ? ('me' as const) : maria,
        text: `Number ${i}`,
      }))
      await appendThread(account, 'Six messages', mails)
      const mailbox = new MailboxPage(inbox)
      await expect(mailbox.row('Six messages')).toContainText('6 messages')
      await expectNoViolations(inbox)
      await mailbox.openMessage('Six messages')
      await expect(mailbox.body()).toContainText('Number 5')
      await expectNoViolations(inbox)
      await inbox.keyboard.press('r')
      await expect(
        inbox.getByRole('dialog', { name: 'Reply' }).getByRole('textbox', { name: 'Message body' }),
      ).toBeVisible()
      await expectNoViolations(inbox)
    })
  })
}
