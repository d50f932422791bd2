import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@/e2e/fixtures'
import { waitForMessage } from '@/e2e/mailbox-of'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { person } from '@/e2e/web-client'
import { sendFromOutside } from '@/mailserver/from-outside'

test('a received message says how it came and why it is here', async ({ inbox, account }) => {
  const sender = await person('red')
  const recipient = { name: '', address: account.address }
  const draft = { ...(await sender.newDraft()), to: [recipient], subject: 'How did I come', html: '<p>Hello</p>' }
  await sender.call('POST', '/api/send', { draft, saved: null })
  const mailbox = new MailboxPage(inbox)
  await expect(mailbox.row('How did I come')).toBeVisible({ timeout: 20_000 })
  await mailbox.openMessage('How did I come')
  await inbox.getByRole('button', { name: 'Message menu' }).click()
  await inbox.getByRole('menuitem', { name: 'Why is this here?' }).click()
  const dialog = inbox.getByRole('dialog', { name: 'Why is this message here?' })
  await expect(dialog).toContainText('No rule said otherwise, so it went to the inbox.')
  await expect(dialog).toContainText('Signed by redemailserver.com, unchanged since')
  await expect(dialog.getByRole('region', { name: 'What the spam filter saw' })).toContainText('not spam')
  const hops = dialog.getByRole('list', { name: 'Servers it passed' }).getByRole('listitem')
  await expect(hops).toHaveCount(3)
  for (const hop of await hops.all()) await expect(hop).toContainText('witnessed')
  const { violations } = await new AxeBuilder({ page: inbox }).include('[role=dialog]').analyze()
  expect(violations).toEqual([])
})

test('one of the person’s own rules is named where it filed a message', async ({ inbox, account }) => {
  await inbox.goto('/settings/filters')
  await inbox.getByRole('button', { name: 'Add rule' }).click()
  const form = inbox.getByRole('form', { name: 'Rule' })
  await form.getByRole('textbox', { name: 'Name' }).fill('<b>Invoices</b>')
  await form.getByRole('textbox', { name: 'From contains' }).fill('billing@')
  await form.getByRole('checkbox', { name: 'Move to folder' }).check()
  await form.getByRole('combobox', { name: 'Folder' }).selectOption('Archive')
  await form.getByRole('button', { name: 'Save rule' }).click()
  await expect(inbox.getByRole('list', { name: 'Rules' })).toContainText('<b>Invoices</b>')
  await sendFromOutside('blue', {
    from: 'billing@example.net',
    to: account.address,
    subject: 'Your invoice',
    text: 'x',
  })
  await waitForMessage(account, 'Your invoice', 'Archive')
  const mailbox = new MailboxPage(inbox)
  await inbox.goto('/mail/archive')
  await mailbox.openMessage('Your invoice')
  await inbox.getByRole('button', { name: 'Message menu' }).click()
  await inbox.getByRole('menuitem', { name: 'Why is this here?' }).click()
  const dialog = inbox.getByRole('dialog', { name: 'Why is this message here?' })
  await expect(dialog).toContainText('Your filter “<b>Invoices</b>” stored it in Archive.')
  await expect(dialog.locator('b')).toHaveCount(0)
})
