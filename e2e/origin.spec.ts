import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { person } from '@/e2e/web-client'

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
