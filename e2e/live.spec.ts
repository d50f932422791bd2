import { append, withImap } from '@/e2e/deliver'
import { expect, preferencesSaved, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { ask, cookieOf } from '@/e2e/web-client'

const mail = (subject: string) =>
  `From: Ann <ann@example.org>\r\nTo: me@example.org\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@example.org>\r\n\r\nText\r\n`

test('what another program does appears by itself, and title and icon count what is unread', async ({
  inbox,
  account,
}) => {
  const mailbox = new MailboxPage(inbox)
  await append(account, mail('first'))
  await expect(mailbox.row('first')).toContainText('unread')
  await expect(inbox).toHaveTitle('(1) Inbox - Waypost')
  await expect(inbox.locator('link#unread-icon')).toHaveCount(1)
  await withImap(account, async (imap) => {
    await imap.mailboxOpen('INBOX')
    await imap.messageFlagsAdd('1', ['\\Flagged', '\\Seen'])
  })
  await expect(mailbox.row('first').getByRole('button', { name: 'Remove star' })).toBeVisible()
  await expect(mailbox.row('first')).not.toContainText('unread')
  await expect(inbox).toHaveTitle('Inbox - Waypost')
  await expect(inbox.locator('link#unread-icon')).toHaveCount(0)
  await withImap(account, async (imap) => {
    await imap.mailboxOpen('INBOX')
    await imap.messageMove('1', 'Archive')
  })
  await expect(mailbox.row('first')).toHaveCount(0)
})

test('a subject full of blanks names the page as a browser keeps it', async ({ inbox, account }) => {
  const mailbox = new MailboxPage(inbox)
  await append(account, mail('so   far  apart'))
  await mailbox.row('far').getByRole('link').click()
  await expect(inbox).toHaveTitle('so far apart - Waypost')
  await inbox.keyboard.press('u')
  await expect(mailbox.row('far')).toBeVisible()
})

test('several tabs of one browser live from one stream, and the next goes on when its tab is closed', async ({
  inbox,
  account,
  context,
}) => {
  const streams: string[] = []
  context.on('request', (request) => request.url().endsWith('/api/events') && streams.push(request.url()))
  await expect(inbox.getByRole('navigation', { name: 'Mailboxes' })).toBeVisible()
  const hasStream = async () => {
    const { held = [] } = await navigator.locks.query()
    return held.some(({ name }) => name?.startsWith('waypost-events'))
  }
  await expect.poll(() => inbox.evaluate(hasStream)).toBe(true)
  const second = await context.newPage()
  await second.goto('/mail/inbox')
  const [first, other] = [new MailboxPage(inbox), new MailboxPage(second)]
  await append(account, mail('for both'))
  await expect(first.row('for both')).toBeVisible()
  await expect(other.row('for both')).toBeVisible()
  const before = streams.length
  await inbox.goto('about:blank')
  await expect.poll(() => streams.length).toBe(before + 1)
  await append(account, mail('for the one left'))
  await expect(other.row('for the one left')).toBeVisible()
})

test.describe('when the network goes', () => {
  test.use({ expectedErrors: [/Failed to load resource|net::ERR/] })

  test('the stream comes back by itself, with what came meanwhile', async ({ inbox, account, context }) => {
    const mailbox = new MailboxPage(inbox)
    await append(account, mail('before'))
    await expect(mailbox.row('before')).toBeVisible()
    // A fresh page under an offline browser has lost its stream for certain.
    await inbox.route('**/api/events', (route) => route.abort())
    await inbox.reload()
    await context.setOffline(true)
    await expect(inbox.getByText('You are offline.')).toBeVisible()
    await append(account, mail('meanwhile'))
    await inbox.unroute('**/api/events')
    await context.setOffline(false)
    await expect(mailbox.row('meanwhile')).toBeVisible({ timeout: 30_000 })
    await append(account, mail('after'))
    await expect(mailbox.row('after')).toBeVisible()
    await expect(inbox.getByText('You are offline.')).toHaveCount(0)
  })

  test('a preference changed elsewhere meanwhile is seen once the stream is back', async ({
    inbox,
    account,
    context,
  }) => {
    await inbox.route('**/api/events', (route) => route.abort())
    await inbox.reload()
    await context.setOffline(true)
    await expect(inbox.getByText('You are offline.')).toBeVisible()
    await ask('PUT', '/api/preferences', { cookie: await cookieOf(account), json: { theme: 'dark' } })
    await inbox.unroute('**/api/events')
    await context.setOffline(false)
    await expect(inbox.locator('html[data-theme=dark]')).toHaveCount(1, { timeout: 30_000 })
  })
})

test('what is told elsewhere does not take back a choice that the server has not answered yet', async ({
  inbox,
  account,
}) => {
  await inbox.goto('/settings/general')
  const answer = Promise.withResolvers<void>()
  await inbox.route('**/api/preferences', async (route) => {
    if (route.request().method() === 'PUT') await answer.promise
    await route.continue()
  })
  const saved = preferencesSaved(inbox)
  const choice = inbox.getByRole('group', { name: 'Undo send' }).getByRole('radio', { name: '30 seconds' })
  await choice.click()
  await expect(choice).toBeChecked()
  const cookie = await cookieOf(account)
  await ask('PUT', '/api/preferences', { cookie, json: { theme: 'dark' } })
  // The stream tells things in their order.
  await append(account, mail('told after it'))
  await expect(inbox).toHaveTitle(/\(1\)/)
  await expect(choice).toBeChecked()
  answer.resolve()
  await saved
  await expect(inbox.locator('html[data-theme=dark]')).toHaveCount(1)
  await expect(choice).toBeChecked()
})

test('new mail is told on the desktop where that is wished, as text, and a click opens it', async ({
  inbox,
  account,
  context,
}) => {
  await context.grantPermissions(['notifications'])
  await inbox.addInitScript(() => {
    const shown: { title: string; body?: string; click: () => void }[] = []
    class Told {
      static permission = 'granted'
      static requestPermission = async () => 'granted'
      onclick = () => {}
      close = () => {}
      constructor(title: string, options: NotificationOptions = {}) {
        shown.push({ title, body: options.body, click: () => this.onclick() })
      }
    }
    Object.assign(window, { Notification: Told, shown })
    // A test's page always has the focus; a person's often has not.
    document.hasFocus = () => false
  })
  await inbox.goto('/settings/notifications')
  const saved = preferencesSaved(inbox)
  await inbox.getByRole('checkbox', { name: 'Desktop notifications for new mail' }).click()
  await saved
  // what is there when the page begins to listen is not told of
  const listening = inbox.waitForResponse((answer) => /\/api\/threads\?.*limit=20\b/.test(answer.url()))
  await inbox.goto('/mail/inbox')
  await listening
  await append(account, mail('already here'))
  const mailbox = new MailboxPage(inbox)
  await expect(mailbox.row('already here')).toBeVisible()
  await append(account, mail('<b>ring</b>'))
  const told = () => inbox.evaluate("shown.map((it) => it.title + ': ' + it.body)")
  await expect.poll(told).toContain('Ann: <b>ring</b>')
  await inbox.evaluate('shown.at(-1).click()')
  await expect(inbox.getByRole('heading', { name: '<b>ring</b>' })).toBeVisible()
})
