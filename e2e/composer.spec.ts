import { truncate, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { createAccount } from '@/e2e/accounts'
import { expect, test } from '@/e2e/fixtures'
import { Composer } from '@/e2e/pages/composer'
import { MailboxPage } from '@/e2e/pages/mailbox'

/** Pastes into whatever has the focus, as a browser would. */
async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await page.evaluate((types) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, data)
}

test('a pasted list becomes recipients, and a bad one is named until it is corrected', async ({ inbox }) => {
  const composer = await new Composer(inbox).open()
  const { dialog } = composer
  const to = dialog.getByRole('combobox', { name: 'To', exact: true })
  await expect(to).toBeFocused()
  await paste(inbox, { 'text/plain': '"Smith, John" <jsmith@redemailserver.com>; nobody\nmaria@redemailserver.com' })
  await to.blur()
  await expect(dialog.getByRole('button', { name: 'Remove Smith, John' })).toBeVisible()
  await composer.fill({ subject: 'Recipients' })
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('nobody is not a valid address')
  await dialog.getByRole('button', { name: 'Remove nobody' }).click()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
})

test('recipients are moved to, edited and removed by keyboard', async ({ inbox }) => {
  const { dialog } = await new Composer(inbox).open()
  const to = dialog.getByRole('combobox', { name: 'To', exact: true })
  await to.pressSequentially('a@example.com,b@example.com;')
  await inbox.keyboard.press('ArrowLeft')
  await inbox.keyboard.press('ArrowLeft')
  await inbox.keyboard.press('Delete')
  await expect(dialog.getByRole('button', { name: 'Remove a@example.com' })).toHaveCount(0)
  await inbox.keyboard.press('Backspace')
  await inbox.keyboard.press('Enter')
  await expect(to).toHaveValue('b@example.com')
})

test('an address outside ASCII before the @ is refused with its reason', async ({ inbox }) => {
  const { dialog } = await new Composer(inbox).open()
  await dialog.getByRole('combobox', { name: 'To', exact: true }).pressSequentially('jürgen@example.com,')
  await expect(dialog.getByText('Letters outside ASCII before the @')).toBeAttached()
})

test('a draft closed is found in Drafts once, goes on where it was, and can be discarded and brought back', async ({
  inbox,
}) => {
  const composer = await new Composer(inbox).open()
  const mailbox = new MailboxPage(inbox)
  await composer.fill({ to: 'jsmith@redemailserver.com', subject: 'Half a thought', body: 'It begins' })
  await expect(composer.dialog.getByText(/^Saved/)).toBeVisible()
  await inbox.keyboard.type(' and goes on')
  await composer.dialog.getByRole('button', { name: 'Save and close' }).click()
  await expect(inbox.getByText('Draft saved')).toBeVisible()
  await mailbox.goTo('Drafts')
  await expect(mailbox.row('Half a thought')).toHaveCount(1)
  await mailbox.row('Half a thought').getByText('Half a thought').click()
  await expect(composer.dialog.getByRole('textbox', { name: 'Message body' })).toHaveText('It begins and goes on')
  await composer.dialog.getByRole('button', { name: 'Discard draft' }).click()
  await expect(mailbox.row('Half a thought')).toHaveCount(0)
  await inbox.getByRole('button', { name: 'Undo' }).click()
  await expect(composer.dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue('Half a thought')
  await expect(mailbox.row('Half a thought')).toHaveCount(1)
})

test('that a draft was saved is said also when it was before it was closed', async ({ inbox }) => {
  const composer = await new Composer(inbox).open()
  await composer.fill({ subject: 'Kept already' })
  await expect(composer.dialog.getByText(/^Saved/)).toBeVisible()
  await composer.dialog.getByRole('button', { name: 'Save and close' }).click()
  await expect(inbox.getByText('Draft saved')).toBeVisible()
})

test.describe('when the server cannot be reached', () => {
  test.use({ expectedErrors: [/Failed to load resource/] })

  test('what is written is kept in the browser and offered again', async ({ inbox }) => {
    const composer = await new Composer(inbox).open()
    await inbox.route('**/api/drafts', (route) => route.abort())
    await composer.fill({ subject: 'Not to be lost', body: 'Every word' })
    await expect(composer.dialog.getByRole('alert')).toContainText('kept in this browser')
    await inbox.reload()
    const offer = inbox.getByRole('region', { name: 'Unsaved messages' })
    await expect(offer).toContainText('Not to be lost')
    await inbox.unroute('**/api/drafts')
    await offer.getByRole('button', { name: 'Open' }).click()
    await expect(composer.dialog.getByRole('textbox', { name: 'Message body' })).toHaveText('Every word')
    await expect(composer.dialog.getByText(/^Saved/)).toBeVisible()
    await inbox.reload()
    await expect(inbox.getByRole('button', { name: 'Compose' })).toBeVisible()
    await expect(offer).toHaveCount(0)
  })

  test('a file that did not arrive is tried again', async ({ inbox }) => {
    const composer = await new Composer(inbox).open()
    await inbox.route('**/api/uploads', (route) => route.abort())
    await composer.attach([{ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('notes') }])
    const retry = composer.dialog.getByRole('button', { name: 'Try notes.txt again' })
    await expect(retry).toBeVisible()
    await inbox.unroute('**/api/uploads')
    await retry.click()
    await expect(composer.dialog.getByRole('button', { name: 'Remove notes.txt' })).toBeVisible()
  })
})

test('files that are too large in all are refused before they are sent', async ({ inbox }, testInfo) => {
  const { dialog } = await new Composer(inbox).open()
  const uploads: string[] = []
  inbox.on('request', (request) => request.url().includes('/api/uploads') && uploads.push(request.url()))
  const film = testInfo.outputPath('film.mp4')
  await writeFile(film, '')
  await truncate(film, 40_000_000)
  const chooser = inbox.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Attach files' }).click()
  await (await chooser).setFiles(film)
  await expect(dialog.getByRole('alert')).toContainText('film.mp4')
  expect(uploads).toEqual([])
})

test('pasted markup keeps its words and links and loses everything that loads or runs', async ({ inbox }) => {
  const { dialog } = await new Composer(inbox).open()
  const outside: string[] = []
  inbox.on('request', (request) => request.url().includes('tracker.example') && outside.push(request.url()))
  const body = dialog.getByRole('textbox', { name: 'Message body' })
  await body.click()
  await paste(inbox, {
    'text/html':
      '<p onclick="x()" style="position:fixed">Hello <b>there</b> <a href="https://example.com/">link</a>' +
      '<a href="javascript:alert(1)">trap</a><img src="https://tracker.example/p.gif"><script>window.x=1</script></p>',
  })
  await expect(body).toContainText('Hello there link')
  await expect(body.locator('a')).toHaveCount(1)
  await expect(body.locator('img[src], script, [onclick], [style]')).toHaveCount(0)
  expect(outside).toEqual([])
})

test('plain text asks before formatting is lost', async ({ inbox }) => {
  const { dialog } = await new Composer(inbox).open()
  await dialog.getByRole('textbox', { name: 'Message body' }).click()
  await inbox.keyboard.press('Control+b')
  await inbox.keyboard.type('Bold words')
  await dialog.getByRole('button', { name: 'More options' }).click()
  await inbox.getByRole('menuitem', { name: 'Write as plain text' }).click()
  await inbox.getByRole('button', { name: 'Use plain text' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Message body' })).toHaveValue('Bold words')
})

test('a message is written and sent by keyboard alone, and the subject is asked for once', async ({ inbox }) => {
  const other = await createAccount('blue')
  const compose = inbox.getByRole('button', { name: 'Compose' })
  await compose.focus()
  await inbox.keyboard.press('Enter')
  const { dialog } = new Composer(inbox)
  await expect(dialog.getByRole('combobox', { name: 'To', exact: true })).toBeFocused()
  await inbox.keyboard.type(`${other.address},`)
  await dialog.getByRole('textbox', { name: 'Message body' }).focus()
  await inbox.keyboard.type('No subject today')
  await inbox.keyboard.press('Control+Enter')
  await expect(inbox.getByRole('dialog', { name: 'Before this is sent' })).toContainText('There is no subject yet')
  await inbox.keyboard.press('Control+Enter')
  await expect(inbox.getByRole('status').filter({ hasText: 'Message sent' })).toBeVisible()
  await expect(compose).toBeFocused()
  await new MailboxPage(inbox).goTo('Sent')
  await expect(new MailboxPage(inbox).row('No subject today')).toBeVisible()
})

test('Escape puts a message aside and keeps it', async ({ inbox }) => {
  const composer = await new Composer(inbox).open()
  await composer.fill({ subject: 'Put aside' })
  await inbox.keyboard.press('Escape')
  await expect(composer.dialog.getByRole('textbox', { name: 'Subject' })).toBeHidden()
  await composer.dialog.getByRole('button', { name: 'Restore' }).click()
  await expect(composer.dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue('Put aside')
})

/** The inbox of a browser that gets the code of the editor only when `load` is called. */
async function withLateEditor(page: Page): Promise<() => void> {
  let load = () => {}
  const mayLoad = new Promise<void>((resolve) => {
    load = resolve
  })
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const response = await route.fetch()
    if ((await response.text()).includes('ProseMirror')) await mayLoad
    await route.fulfill({ response })
  })
  await page.goto('/mail/inbox')
  return () => load()
}

test('what is typed while the editor loads is in the text, and presses no button', async ({ inbox }) => {
  const load = await withLateEditor(inbox)
  const { dialog } = await new Composer(inbox).open()
  const subject = dialog.getByRole('textbox', { name: 'Subject' })
  await subject.fill('In a hurry')
  await inbox.keyboard.press('Tab')
  await inbox.keyboard.type('Hello <b>there</b>, ')
  await expect(dialog.getByRole('textbox', { name: 'The editor is loading' })).toHaveValue('Hello <b>there</b>, ')
  load()
  const body = dialog.getByRole('textbox', { name: 'Message body' })
  await expect(body).toBeFocused()
  await inbox.keyboard.type('Ann')
  await expect(body).toHaveText('Hello <b>there</b>, Ann')
  await expect(subject).toHaveValue('In a hurry')
})

test('what was typed before the editor came stands there once, also in plain text', async ({ inbox }) => {
  const load = await withLateEditor(inbox)
  const { dialog } = await new Composer(inbox).open()
  await dialog.getByRole('textbox', { name: 'The editor is loading' }).fill('First line\nsecond line')
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('In a hurry')
  load()
  const body = dialog.getByRole('textbox', { name: 'Message body' })
  await expect(body).toHaveText('First linesecond line')
  await expect(dialog.getByRole('textbox', { name: 'Subject' })).toBeFocused()
  await dialog.getByRole('button', { name: 'More' }).click()
  await inbox.getByRole('menuitem', { name: 'Write as plain text' }).click()
  await expect(body).toHaveValue('First line\nsecond line')
})
