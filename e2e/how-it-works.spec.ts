import { createAccount } from '@/e2e/accounts'
import { expectNoViolations } from '@/e2e/axe'
import { expect, signIn, test } from '@/e2e/fixtures'
import { waitForMessage } from '@/e2e/mailbox-of'
import { Composer } from '@/e2e/pages/composer'
import { db } from '@/lib/db/client'

test('the living system shows its servers, and a message of one’s own as it goes', async ({ inbox, account }) => {
  const receiver = await createAccount('red')
  await inbox.getByRole('button', { name: 'Account' }).click()
  await inbox.getByRole('menuitem', { name: 'How it works' }).click()
  await expect(inbox).toHaveURL(/\/how-it-works$/)
  await expect(inbox.getByRole('img', { name: /The servers of the demo/ })).toBeVisible()
  const servers = inbox.getByRole('list', { name: 'Servers' })
  for (const name of ['mx1.blueemailserver.com', 'mx1.redemailserver.com', 'mx2.redemailserver.com', 'DNS']) {
    await expect(servers.getByRole('listitem').filter({ hasText: name })).toContainText('answers')
  }
  const composer = await new Composer(inbox).open()
  await composer.fill({ to: receiver.address, subject: 'Seen on its way', body: 'Hello' })
  await composer.send()
  await waitForMessage(receiver, 'Seen on its way')
  const deliveries = inbox.getByRole('list', { name: 'Last deliveries' })
  const mine = deliveries.getByRole('listitem').filter({ hasText: `${account.address} to ${receiver.address}` })
  await expect(mine.filter({ hasText: 'mx1.blueemailserver.com to mx1.redemailserver.com' })).toContainText(
    '250 2.0.0 Ok',
  )
  await expect(mine.filter({ hasText: 'into the mailbox' })).toBeVisible()
  await expect(inbox.getByRole('group', { name: 'Break something' })).toHaveCount(0)
  await expectNoViolations(inbox)
})

test('other people’s mail shows neither addresses nor words', async ({ inbox, page }) => {
  const receiver = await createAccount('red')
  const composer = await new Composer(inbox).open()
  await composer.fill({ to: receiver.address, subject: 'Not for you', body: 'Hello' })
  await composer.send()
  const stranger = await createAccount('blue')
  await signIn(page, stranger)
  const seen = await page.request.get('/api/demo/system')
  expect(await seen.text()).not.toContain(receiver.address)
})

test('an admin finds the switches; what is on stands in the picture', async ({ page, account }) => {
  await db().account.update({ where: { address: account.address }, data: { admin: true } })
  await signIn(page, account)
  await page.goto('/how-it-works')
  const faults = page.getByRole('group', { name: 'Break something' })
  await expect(faults.getByRole('switch')).toHaveCount(8)
  await expect(faults.getByRole('switch', { name: /DNS is down/ })).not.toBeChecked()
  await expectNoViolations(page)
})
