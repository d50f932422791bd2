import type { Page } from '@playwright/test'
import { expectNoViolations } from '@/e2e/axe'
import { append } from '@/e2e/deliver'
import { expect, signIn, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'

const mail = (subject: string) =>
  `From: Ann <ann@example.org>\r\nTo: me@example.org\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@example.org>\r\n\r\nText of ${subject}\r\n`

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' })

async function choose(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await palette(page).getByRole('combobox').fill(words)
  await page.keyboard.press('Enter')
  await expect(palette(page)).toHaveCount(0)
}

test('the palette does commands and goes to places by a part of their name', async ({ inbox }) => {
  await expect(inbox.getByRole('button', { name: 'Compose' }).first()).toBeVisible()
  await choose(inbox, 'sent')
  await expect(inbox).toHaveURL(/\/mail\/sent$/)
  await choose(inbox, 'compo')
  await expect(inbox.getByRole('dialog', { name: 'New message' })).toBeVisible()
  await choose(inbox, 'settings keyb')
  await expect(inbox).toHaveURL(/\/settings\/keyboard$/)
  await inbox.keyboard.press('Control+k')
  await palette(inbox).getByRole('combobox').fill('zzz from nobody')
  await expect(palette(inbox).getByRole('option')).toHaveText(/Search mail for/)
  await inbox.keyboard.press('Escape')
  await expect(palette(inbox)).toHaveCount(0)
})

test('the list of keys opens with ? and says what the person changed', async ({ inbox, account }) => {
  await append(account, mail('one'))
  const mailbox = new MailboxPage(inbox)
  await expect(mailbox.row('one')).toBeVisible()
  await inbox.goto('/settings/keyboard')
  await inbox.getByRole('button', { name: 'Add a key to Archive', exact: true }).click()
  const recorder = inbox.getByRole('textbox', { name: 'Press one or two keys' })
  await recorder.press('s')
  await expect(inbox.getByText('s is the key of: Add or remove star.')).toBeVisible()
  await recorder.press('Backspace')
  await recorder.press('g')
  await expect(inbox.getByText(/g is the beginning of the keys of: Go to Inbox/)).toBeVisible()
  await recorder.press('Backspace')
  await recorder.press('y')
  await recorder.press('Enter')
  await expect(inbox.getByRole('button', { name: 'Remove y from Archive', exact: true })).toBeVisible()
  await inbox.keyboard.press('?')
  const keys = inbox.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(keys.getByRole('definition').filter({ hasText: 'y' }).first()).toBeVisible()
  await inbox.keyboard.press('Escape')
  await inbox.keyboard.press('g')
  await inbox.keyboard.press('i')
  await expect(inbox).toHaveURL(/\/mail\/inbox$/)
  // The address changes before what is drawn: the page of keys, which has a list called Conversations too, is still there.
  await expect(inbox.getByRole('button', { name: 'Add a key to Archive', exact: true })).toHaveCount(0)
  await expect(mailbox.row('one')).toBeVisible()
  await inbox.keyboard.press('j')
  await inbox.keyboard.press('y')
  await expect(mailbox.row('one')).toHaveCount(0)
})

test('preferences are of the account: another browser has them at its first paint, an open one by itself', async ({
  inbox,
  account,
  browser,
  baseURL,
}) => {
  await append(account, mail('one'))
  const other = await (await browser.newContext({ baseURL, locale: 'en-GB' })).newPage()
  await signIn(other, account)
  await other.goto('/mail/inbox')
  const height = async (page: Page) => (await new MailboxPage(page).row('one').boundingBox())?.height
  await expect.poll(() => height(other)).toBe(40)
  await inbox.goto('/settings/appearance')
  await inbox.getByRole('radio', { name: 'Compact' }).click()
  await expect.poll(() => height(other)).toBe(32)
  await inbox.getByRole('radio', { name: 'Comfortable' }).click()
  await inbox.getByRole('radio', { name: 'Dark' }).click()
  await expect.poll(() => height(other)).toBe(52)
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await other.reload()
  await expect.poll(() => height(other)).toBe(52)
})

test('the reading pane shows a conversation beside the list, and its bar moves by keyboard', async ({
  inbox,
  account,
}) => {
  for (const subject of ['one', 'two']) await append(account, mail(subject))
  await choose(inbox, 'pane right')
  const mailbox = new MailboxPage(inbox)
  await expect(inbox.getByText('Select a conversation to read it here')).toBeVisible()
  await mailbox.openMessage('one')
  await expect(mailbox.row('two')).toBeVisible()
  await inbox.keyboard.press('k')
  await expect(inbox.getByRole('heading', { name: 'two' })).toBeVisible()
  const bar = inbox.getByRole('separator', { name: 'Size of the reading pane' })
  await expect(bar).toHaveAttribute('aria-valuenow', '42')
  await bar.press('ArrowRight')
  await expect(bar).toHaveAttribute('aria-valuenow', '44')
  await choose(inbox, 'pane below')
  await expect(bar).toHaveAttribute('aria-orientation', 'horizontal')
  await inbox.setViewportSize({ width: 390, height: 844 })
  await expect(bar).toHaveCount(0)
  await expect(inbox.getByRole('heading', { name: 'two' })).toBeVisible()
})

test('a browser signed out from the settings of another loses its mail at once', async ({
  inbox,
  account,
  browser,
  baseURL,
}) => {
  const other = await (await browser.newContext({ baseURL, locale: 'en-GB' })).newPage()
  await signIn(other, account)
  await other.goto('/mail/inbox')
  await expect(other.getByRole('navigation', { name: 'Mailboxes' })).toBeVisible()
  await inbox.goto('/settings/sessions')
  const sessions = inbox.getByRole('list', { name: 'Signed-in browsers' }).getByRole('listitem')
  await expect(sessions).toHaveCount(2)
  await sessions
    .filter({ hasNotText: 'this browser' })
    .getByRole('button', { name: /^Sign out/ })
    .click()
  await expect(sessions).toHaveCount(1)
  await expect(other.getByText('You have been signed out.')).toBeVisible()
})

const sections = ['general', 'appearance', 'identities', 'filters', 'vacation', 'keyboard', 'notifications', 'sessions']
for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    for (const section of sections) {
      test(`axe finds nothing in the settings: ${section}`, async ({ inbox }) => {
        await inbox.goto(`/settings/${section}`)
        await expect(inbox.getByRole('navigation', { name: 'Settings' })).toBeVisible()
        await expectNoViolations(inbox)
      })
    }

    test('axe finds nothing in the palette and the list of keys', async ({ inbox }) => {
      await inbox.keyboard.press('Control+k')
      await expect(palette(inbox)).toBeVisible()
      await expectNoViolations(inbox)
      await inbox.keyboard.press('Escape')
      await inbox.keyboard.press('?')
      await expect(inbox.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
      await expectNoViolations(inbox)
    })
  })
}
