import { append } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'

const mail = (subject: string) =>
  `From: Ann <ann@example.org>\r\nTo: me@example.org\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@example.org>\r\n\r\nText\r\n`

test('a mailbox is gone through by Gmail’s keys alone', async ({ inbox, account }) => {
  for (const subject of ['one', 'two', 'three']) await append(account, mail(subject))
  const mailbox = new MailboxPage(inbox)
  await expect(mailbox.list.getByRole('listitem')).toHaveCount(3)
  await inbox.keyboard.press('j')
  await inbox.keyboard.press('j')
  await expect(mailbox.row('two').getByRole('link')).toBeFocused()
  await inbox.keyboard.press('s')
  await expect(mailbox.row('two').getByRole('button', { name: 'Remove star' })).toBeVisible()
  await inbox.keyboard.press('x')
  await expect(inbox.getByText('1 selected')).toBeVisible()
  await inbox.keyboard.press('*')
  await inbox.keyboard.press('a')
  await expect(inbox.getByText('3 selected')).toBeVisible()
  await inbox.keyboard.press('Escape')
  await inbox.keyboard.press('o')
  await expect(inbox.getByRole('heading', { name: 'two' })).toBeVisible()
  await inbox.keyboard.press('[')
  await expect(inbox.getByRole('heading', { name: 'one' })).toBeVisible()
  await inbox.keyboard.press('u')
  await expect(mailbox.list.getByRole('listitem')).toHaveCount(2)
  await inbox.keyboard.press('g')
  await inbox.keyboard.press('s')
  await expect(inbox.getByRole('heading', { name: 'Starred' })).toBeVisible()
  await expect(mailbox.row('two')).toBeVisible()
})

test('keys typed into a field stay there', async ({ inbox }) => {
  await inbox.keyboard.press('c')
  const dialog = inbox.getByRole('dialog', { name: 'New message' })
  await dialog.getByRole('textbox', { name: 'Subject' }).pressSequentially('go #! gi')
  await expect(dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue('go #! gi')
  await expect(inbox).toHaveURL(/\/mail\/inbox$/)
})
