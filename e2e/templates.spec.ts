import type { Page } from '@playwright/test'
import { expectNoViolations } from '@/e2e/axe'
import { expect, test } from '@/e2e/fixtures'
import { waitForMessage } from '@/e2e/mailbox-of'
import { Composer } from '@/e2e/pages/composer'

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Opens an entry of the composer's menu. */
async function choose(page: Page, { dialog }: Composer, entry: string): Promise<void> {
  await dialog.getByRole('button', { name: 'More options' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

async function insert(page: Page, composer: Composer, name: string): Promise<void> {
  await choose(page, composer, 'Insert template')
  await page.getByRole('option', { name }).click()
}

const put = (page: Page, path: string, data: unknown) =>
  page.request.put(path, { data, headers: { origin: new URL(page.url()).origin } })
const post = (page: Page, path: string, data: unknown) =>
  page.request.post(path, { data, headers: { origin: new URL(page.url()).origin } })

test('a message becomes a template, and the template a message, with its picture and the signature of the writer', async ({
  inbox: page,
  account,
}) => {
  const signature = { name: 'Tess', replyTo: '', signature: '<p>Tess Tester</p>', isDefault: true }
  await put(page, `/api/identities/${encodeURIComponent(account.address)}`, signature)
  const composer = await new Composer(page).open()
  const body = composer.dialog.getByRole('textbox', { name: 'Message body' })
  await expect(body).toHaveText('Tess Tester')
  await composer.fill({ subject: 'Our offer' })
  await body.press('ControlOrMeta+Home')
  await page.keyboard.type('Dear customer ')
  const chooser = page.waitForEvent('filechooser')
  await composer.dialog.getByRole('button', { name: 'Insert image' }).click()
  await (await chooser).setFiles({ name: 'dot.png', mimeType: 'image/png', buffer: dot })
  await expect(body.getByRole('img')).toBeVisible()
  await choose(page, composer, 'Save as template')
  const dialog = page.getByRole('dialog', { name: 'Save as template' })
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Our offer')
  await expectNoViolations(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved as template “Our offer”')).toBeVisible()
  await choose(page, composer, 'Save as template')
  await expect(dialog.getByText('“Our offer” exists already and will be replaced.')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await composer.dialog.getByRole('button', { name: 'Discard draft' }).click()
  await expect(composer.dialog).toHaveCount(0)

  const next = await new Composer(page).open()
  await expect(body).toHaveText('Tess Tester')
  await choose(page, next, 'Insert template')
  await expect(page.getByRole('option', { name: 'Our offer' })).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.type('offer')
  await page.keyboard.press('Enter')
  await expect(body).toHaveText(/^\s*Dear customer\s+Tess Tester$/)
  await expect(next.dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue('Our offer')
  await page.keyboard.type('Yours')
  await expect(body).toHaveText(/Yours\s*Tess Tester$/)
  await next.fill({ to: account.address })
  await next.send()
  const arrived = await waitForMessage(account, 'Our offer')
  expect(arrived.attachments).toMatchObject([{ contentType: 'image/png', related: true }])
  expect(arrived.text?.match(/Tess Tester/g)).toHaveLength(1)
})

test('a template goes where the cursor is and leaves a subject alone, in rich and in plain text', async ({
  inbox: page,
}) => {
  await post(page, '/api/templates', { name: 'Middle', subject: 'Other', html: '<p><b>in</b> the middle</p>' })
  const composer = await new Composer(page).open()
  const body = composer.dialog.getByRole('textbox', { name: 'Message body' })
  const subject = composer.dialog.getByRole('textbox', { name: 'Subject' })
  await composer.fill({ subject: 'Mine', body: 'before after' })
  for (let step = 0; step < 'after'.length; step += 1) await page.keyboard.press('ArrowLeft')
  await insert(page, composer, 'Middle')
  await expect(body.locator('p')).toHaveText(['before ', 'in the middle', 'after'])
  await expect(body.locator('b, strong')).toHaveText('in')
  await expect(subject).toHaveValue('Mine')
  await choose(page, composer, 'Write as plain text')
  await page.getByRole('button', { name: 'Use plain text' }).click()
  await expect(body).toHaveValue(/^before\s+in the middle\s+after$/)
  await body.press('ControlOrMeta+Home')
  await insert(page, composer, 'Middle')
  await expect(body).toHaveValue(/^in the middlebefore/)
  await expect(body).toBeFocused()
  await expect(subject).toHaveValue('Mine')
})

test('templates are made, renamed, deleted and brought back in the settings', async ({ inbox: page }) => {
  await page.goto('/settings/templates')
  await expect(page.getByText('You have no templates yet.')).toBeVisible()
  await page.getByRole('button', { name: 'New template' }).click()
  const form = page.getByRole('form', { name: 'New template' })
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toHaveText('Give the template a name.')
  await form.getByRole('textbox', { name: 'Name' }).fill('<b>Thanks</b>')
  await form.getByRole('textbox', { name: 'Subject' }).fill('Thank you')
  await form.getByRole('textbox', { name: 'Text' }).click()
  await page.keyboard.type('Many thanks')
  await expectNoViolations(page)
  await form.getByRole('button', { name: 'Save' }).click()
  const line = page.getByRole('list', { name: 'Templates' }).getByRole('listitem')
  await expect(line).toHaveText(/<b>Thanks<\/b>Thank you · Many thanks/)
  await page.getByRole('button', { name: 'Edit <b>Thanks</b>' }).click()
  const edit = page.getByRole('form', { name: '<b>Thanks</b>' })
  await expect(edit.getByRole('textbox', { name: 'Text' })).toHaveText('Many thanks')
  await edit.getByRole('textbox', { name: 'Name' }).fill('Thanks')
  await edit.getByRole('button', { name: 'Save' }).click()
  await expect(line).toHaveText(/^Thanks/)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Delete Thanks' }).click()
  await expect(line).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(line).toHaveText(/^Thanks/)
})

test.describe('an Undo that fails', () => {
  test.use({ expectedErrors: [/Failed to load resource/] })

  test('says so, though the line of the template is gone', async ({ inbox: page }) => {
    await page.goto('/settings/templates')
    await post(page, '/api/templates', { name: 'Thanks', subject: '', html: '<p>Many thanks</p>' })
    await page.reload()
    const line = page.getByRole('list', { name: 'Templates' }).getByRole('listitem')
    await page.getByRole('button', { name: 'Delete Thanks' }).click()
    await expect(line).toHaveCount(0)
    await page.route('**/api/templates', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('No connection. Check your network; nothing is lost.')).toBeVisible()
  })
})
