import type { Page } from '@playwright/test'
import type { TestAccount } from '@/e2e/accounts'
import { expectNoViolations } from '@/e2e/axe'
import { expect, test } from '@/e2e/fixtures'
import { waitForMessage } from '@/e2e/mailbox-of'
import { Composer } from '@/e2e/pages/composer'

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Writes a signature with a picture in it. */
async function writeSignature(page: Page, account: TestAccount): Promise<void> {
  await page.goto('/settings/identities')
  await page.getByRole('button', { name: `Edit ${account.address}` }).click()
  const form = page.getByRole('form', { name: account.address })
  const signature = form.getByRole('textbox', { name: 'Signature' })
  await signature.click()
  await page.keyboard.type('Tess Tester')
  const chooser = page.waitForEvent('filechooser')
  await form.getByRole('button', { name: 'Insert picture' }).click()
  await (await chooser).setFiles({ name: 'dot.png', mimeType: 'image/png', buffer: dot })
  await expect(signature.getByRole('img')).toBeVisible()
  await expectNoViolations(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('with a signature')).toBeVisible()
}

test('a signature stands in new messages and changes with From', async ({ inbox: page, account }) => {
  const other = account.address.replace('@', '+club@')
  await writeSignature(page, account)
  await page.getByRole('textbox', { name: 'Add an address with a word' }).fill('club')
  await page.getByRole('button', { name: 'Add address' }).click()
  await page.getByRole('form', { name: other }).getByRole('textbox', { name: 'Signature' }).click()
  await page.keyboard.type('The club')
  await page.getByRole('form', { name: other }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('with a signature')).toHaveCount(2)
  await expectNoViolations(page)

  const composer = await new Composer(page).open()
  const body = composer.dialog.getByRole('textbox', { name: 'Message body' })
  await expect(body).toHaveText('Tess Tester')
  await expect(body.getByRole('img')).toBeVisible()
  const from = composer.dialog.getByRole('combobox', { name: 'From' })
  await from.selectOption(other)
  await expect(body).toHaveText('The club')
  await expect(body.getByRole('img')).toHaveCount(0)
  await from.selectOption(account.address)
  await expect(body).toHaveText('Tess Tester')
  await from.selectOption(other)
  await expectNoViolations(page)
  await composer.fill({ to: account.address, subject: 'as the club' })
  await composer.send()
  const arrived = await waitForMessage(account, 'as the club')
  expect(arrived.from?.value[0]?.address).toBe(other)
  expect(arrived.text).toContain('The club')
})

test('a signature leaves with its picture', async ({ inbox: page, account }) => {
  await writeSignature(page, account)
  await page.goto('/mail/inbox')
  const next = await new Composer(page).open()
  await next.fill({ to: account.address, subject: 'with the picture' })
  await next.send()
  expect((await waitForMessage(account, 'with the picture')).attachments).toMatchObject([{ related: true }])
})

test('a composer that was only opened leaves no draft behind, with a signature too', async ({
  inbox: page,
  account,
}) => {
  const identity = { name: 'Tess', replyTo: '', signature: '<p>Tess</p>', isDefault: true }
  const url = `/api/identities/${encodeURIComponent(account.address)}`
  await page.request.put(url, { data: identity, headers: { origin: new URL(page.url()).origin } })
  const composer = await new Composer(page).open()
  await expect(composer.dialog.getByRole('textbox', { name: 'Message body' })).toHaveText('Tess')
  await composer.dialog.getByRole('textbox', { name: 'Message body' }).focus()
  await composer.dialog.getByRole('button', { name: 'Save and close' }).click()
  await expect(composer.dialog).toHaveCount(0)
  await page.goto('/mail/drafts')
  await expect(page.getByText('No drafts')).toBeVisible()
})
