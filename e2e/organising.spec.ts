import { deliver } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'

test('new mail appears by itself, unread, and is read once opened', async ({ inbox, account }) => {
  const mailbox = new MailboxPage(inbox)
  await expect(mailbox.list.or(inbox.getByText(/empty|nothing|no messages/i)).first()).toBeVisible()
  await deliver(account, { subject: 'Just arrived', text: 'Look, no reload.' })
  await expect(mailbox.row('Just arrived')).toBeVisible()
  await expect(mailbox.row('Just arrived')).toContainText('unread')
  await mailbox.openMessage('Just arrived')
  await expect(mailbox.body()).toContainText('Look, no reload.')
  await mailbox.goTo('Inbox')
  await expect(mailbox.row('Just arrived')).not.toContainText('unread')
})

test('archive takes a message out of the inbox and Undo brings it back', async ({ inbox, account }) => {
  await deliver(account, { subject: 'File me', text: 'For the record.' })
  const mailbox = new MailboxPage(inbox)
  await mailbox.openMessage('File me')
  await inbox.getByRole('button', { name: 'Archive' }).first().click()
  await expect(mailbox.row('File me')).toHaveCount(0)
  await inbox.getByRole('button', { name: 'Undo' }).click()
  await expect(mailbox.row('File me')).toBeVisible()
})

test('delete moves to Trash', async ({ inbox, account }) => {
  await deliver(account, { subject: 'Throw me away', text: 'Old news.' })
  const mailbox = new MailboxPage(inbox)
  await mailbox.openMessage('Throw me away')
  await inbox.getByRole('button', { name: 'Delete' }).first().click()
  await mailbox.goTo('Trash')
  await expect(mailbox.row('Throw me away')).toBeVisible()
})
