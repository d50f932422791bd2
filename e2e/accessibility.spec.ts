import { expectNoViolations } from '@/e2e/axe'
import { deliver } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { Composer } from '@/e2e/pages/composer'
import { MailboxPage } from '@/e2e/pages/mailbox'

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
  })
}
