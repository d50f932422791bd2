import AxeBuilder from '@axe-core/playwright'
import { createAccount } from '@/e2e/accounts'
import { expect, test } from '@/e2e/fixtures'
import { Composer } from '@/e2e/pages/composer'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { waitForProblem } from '@/e2e/recipient-problems'

test('the sender sees where the message is, and the way it went', async ({ inbox }) => {
  const receiver = await createAccount('red')
  const composer = await new Composer(inbox).open()
  await composer.fill({ to: receiver.address, subject: 'Watch me travel', body: 'All the way.' })
  await composer.send()
  const mailbox = new MailboxPage(inbox)
  await mailbox.goTo('Sent')
  const mark = mailbox.row('Watch me travel').getByRole('img', { name: 'Delivery: In the mailbox' })
  await expect(mark).toBeVisible({ timeout: 20_000 })
  await mailbox.openMessage('Watch me travel')
  const button = inbox.getByRole('button', { name: 'Delivery: In the mailbox' })
  await expect(button).toBeVisible({ timeout: 20_000 })
  await button.click()
  const dialog = inbox.getByRole('dialog', { name: 'Delivery of this message' })
  await expect(dialog.getByRole('img', { name: /The way of this message/ })).toBeVisible()
  const steps = dialog.getByRole('list', { name: 'What happened' })
  await expect(steps).toContainText('Handed in at mx1.blueemailserver.com')
  await expect(steps).toContainText('MX 10 mx1.redemailserver.com')
  await expect(steps).toContainText('250 2.0.0 Ok: queued as')
  await expect(steps).toContainText(`The delivery agent of mx1.redemailserver.com took it for ${receiver.address}`)
  const { violations } = await new AxeBuilder({ page: inbox }).include('[role=dialog]').analyze()
  expect(violations).toEqual([])
})

test('a bounce says why in a sentence and sends again to the corrected address', async ({ inbox }) => {
  const composer = await new Composer(inbox).open()
  await waitForProblem(inbox, 'no-such-person@redemailserver.com', 'no-such-mailbox')
  await composer.fill({ to: 'no-such-person@redemailserver.com', subject: 'Misspelt', body: 'Hello' })
  await composer.sendAnyway()
  const mailbox = new MailboxPage(inbox)
  await expect(mailbox.row(/Undelivered/)).toBeVisible({ timeout: 20_000 })
  await mailbox.openMessage('Undelivered Mail Returned to Sender')
  const report = inbox.getByRole('region', { name: 'Delivery report' })
  await expect(report).toContainText(
    'could not be delivered to no-such-person@redemailserver.com: there is no such mailbox',
  )
  await report.getByRole('button', { name: 'Correct the address and send again' }).click()
  const dialog = inbox.getByRole('dialog', { name: 'New message' })
  await expect(dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue('Misspelt')
  await expect(dialog).toContainText('no-such-person@redemailserver.com')
})
