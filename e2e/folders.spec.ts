import { append } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { NavigationPage } from '@/e2e/pages/navigation'

const mail = (subject: string) => `From: Ann <ann@example.net>\r\nSubject: ${subject}\r\n\r\nHello.\r\n`

test.describe('a folder whose list is open', () => {
  // Its old name is asked for once more when the mail host tells of the change before the answer has come.
  test.use({ expectedErrors: [/404.*\/api\/threads/] })

  test('goes by its new name, and what is below it too', async ({ inbox, account }) => {
    const mailbox = new MailboxPage(inbox)
    const navigation = new NavigationPage(inbox)
    await navigation.createFolder('Old')
    await append(account, mail('Stays open'), 'Old')
    await navigation.folder('Old').click()
    await expect(mailbox.row('Stays open')).toBeVisible()
    await navigation.choose('Old', 'Rename or move')
    await inbox.getByRole('textbox', { name: 'Name' }).fill('New')
    await inbox.getByRole('button', { name: 'Save' }).click()
    await expect(navigation.folder('New')).toHaveAttribute('aria-current', 'page')
    await expect(mailbox.row('Stays open')).toBeVisible()
  })
})

test('folders are made, nested, renamed with what is in them, and deleted', async ({ inbox, account }) => {
  const mailbox = new MailboxPage(inbox)
  const navigation = new NavigationPage(inbox)
  await navigation.createFolder('Kunden')
  await navigation.createFolder('Äpfel & Söhne', 'Kunden')
  await append(account, mail('Invoice'), 'Kunden/Äpfel & Söhne')
  await navigation.folder('Äpfel & Söhne').click()
  await expect(mailbox.row('Invoice')).toBeVisible()

  await mailbox.goTo('Inbox')
  await navigation.choose('Kunden', 'Rename or move')
  const dialog = inbox.getByRole('dialog', { name: 'Rename or move Kunden' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Trash')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('kept for a mailbox')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Clients 😀')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(navigation.folder('Clients 😀')).toBeVisible()
  await navigation.folder('Äpfel & Söhne').click()
  await expect(mailbox.row('Invoice')).toBeVisible()

  await mailbox.goTo('Inbox')
  await navigation.choose('Clients 😀', 'Delete')
  const confirm = inbox.getByRole('dialog', { name: 'Delete the folder Clients 😀?' })
  await expect(confirm).toContainText('folder inside it')
  await confirm.getByRole('button', { name: 'Delete' }).click()
  await expect(navigation.folder('Clients 😀')).toHaveCount(0)
  await expect(inbox.getByRole('status').getByText('1 message moved to Trash')).toBeVisible()
  await mailbox.goTo('Trash')
  await expect(mailbox.row('Invoice')).toBeVisible()
})

test('conversations are moved by the picker, by keyboard, into a folder made on the way', async ({
  inbox,
  account,
}) => {
  await append(account, mail('To be filed'))
  const mailbox = new MailboxPage(inbox)
  const navigation = new NavigationPage(inbox)
  await expect(mailbox.row('To be filed')).toBeVisible()
  await inbox.keyboard.press('j')
  await inbox.keyboard.press('v')
  const picker = inbox.getByRole('dialog', { name: 'Move to' })
  await picker.getByRole('combobox').fill('Receipts')
  await inbox.keyboard.press('Enter')
  await expect(inbox.getByRole('status').getByText('Moved to Receipts')).toBeVisible()
  await expect(mailbox.row('To be filed')).toHaveCount(0)
  await navigation.folder('Receipts').click()
  await expect(mailbox.row('To be filed')).toBeVisible()
})

test('on a phone the drawer has labels and folders, and their dialogs', async ({ inbox, account }) => {
  await append(account, mail('Small screen'), 'INBOX', ['pocket'])
  await inbox.setViewportSize({ width: 390, height: 844 })
  await inbox.getByRole('button', { name: 'Open mailboxes' }).click()
  const navigation = new NavigationPage(inbox)
  await expect(navigation.label('pocket')).toBeVisible()
  await navigation.createFolder('From the phone')
  await navigation.folder('From the phone').click()
  await expect(inbox.getByRole('navigation', { name: 'Mailboxes' })).toHaveCount(0)
  await inbox.getByRole('button', { name: 'Open mailboxes' }).click()
  await navigation.label('pocket').click()
  await expect(new MailboxPage(inbox).row('Small screen')).toBeVisible()
})
