import { createAccount } from '@/e2e/accounts'
import { expectNoViolations } from '@/e2e/axe'
import { expect, test } from '@/e2e/fixtures'
import { waitForMessage } from '@/e2e/mailbox-of'
import { Composer } from '@/e2e/pages/composer'
import { waitForProblem } from '@/e2e/recipient-problems'

test('what was forgotten is listed at once before a message leaves, and a wrong domain is corrected in one step', async ({
  inbox: page,
}) => {
  const john = await createAccount('red', 'john')
  const composer = await new Composer(page).open()
  const typed = john.address.replace('redemailserver', 'redemailsever')
  await waitForProblem(page, typed, 'no-mail-server')
  await composer.fill({ to: typed, body: 'Please see the attached file.' })
  await composer.dialog.getByRole('button', { name: 'Send', exact: true }).click()
  const noticed = page.getByRole('dialog', { name: 'Before this is sent' })
  await expect(noticed.getByRole('listitem')).toHaveCount(3)
  await expect(noticed).toContainText('There is no subject yet.')
  await expect(noticed).toContainText('no file is attached')
  await expect(noticed).toContainText(`The domain of ${typed} takes no mail.`)
  await expectNoViolations(page)
  await noticed.getByRole('button', { name: `Use ${john.address}` }).click()
  await expect(noticed).toHaveCount(0)
  await composer.fill({ subject: 'with a subject' })
  await composer.sendAnyway()
  await waitForMessage(john, 'with a subject')
})

test('who is outside of one’s own domain is marked, with words', async ({ inbox: page }) => {
  const [colleague, stranger] = [await createAccount('blue'), await createAccount('red')]
  const composer = await new Composer(page).open()
  await composer.fill({ to: colleague.address })
  await composer.fill({ to: stranger.address })
  const chips = composer.dialog.getByRole('listitem')
  await expect(chips.filter({ hasText: stranger.address })).toContainText('outside blueemailserver.com')
  await expect(chips.filter({ hasText: colleague.address })).not.toContainText('outside')
  await composer.fill({ subject: 'nothing to notice', body: 'Hello' })
  await composer.send()
})
