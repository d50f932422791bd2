import type { Page } from '@playwright/test'
import { append, deliver } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { SearchPage } from '@/e2e/pages/search'
import type { SearchWindow } from '@/lib/contract/search'

const message = (subject: string, text: string) =>
  `From: Amy <amy@blueemailserver.com>\r\nTo: me@blueemailserver.com\r\nSubject: ${subject}\r\nMessage-ID: <${crypto.randomUUID()}@e2e>\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\n\r\n${text}\r\n`

/** Waits until a search finds one: the index takes a message in a little after it came. */
async function waitForOne(page: Page, q: string): Promise<void> {
  const total = async () => {
    const answer = await page.request.get('/api/search', { params: { q } })
    return ((await answer.json()) as Partial<SearchWindow>).total
  }
  await expect.poll(total, { timeout: 30_000 }).toBe(1)
}

test('what is found in all mailboxes is one list, with the words marked', async ({ inbox, account }) => {
  await append(account, message('First draft', 'The signed contract waits for you.'), 'INBOX')
  await append(account, message('Put away', 'Another contract, of last year.'), 'Archive')
  await append(account, message('Unrelated', 'Nothing of the kind.'), 'INBOX')
  const search = new SearchPage(inbox)
  const { list } = new MailboxPage(inbox)
  await expect(async () => {
    await search.for('contract')
    await expect(list.getByRole('listitem')).toHaveCount(2, { timeout: 2000 })
  }).toPass()
  await expect(inbox.getByText('2 results')).toBeVisible()
  await expect(list.locator('mark')).toHaveText(['contract', 'contract'])
  await expect(list.getByRole('listitem').filter({ hasText: 'Put away' })).toContainText('Archive')
})

test('an opened result has the words marked, and going back keeps the results', async ({ inbox, account }) => {
  await deliver(account, {
    subject: 'The river table',
    html: '<p>A <b>table</b> by the river, &lt;b&gt;table&lt;/b&gt;.</p>',
  })
  const search = new SearchPage(inbox)
  const mailbox = new MailboxPage(inbox)
  await expect(async () => {
    await search.for('table river')
    await expect(mailbox.row('The river table')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await mailbox.openMessage('The river table')
  await expect(mailbox.body()).toContainText('<b>table</b>')
  await expect.poll(() => mailbox.body().evaluate(() => CSS.highlights.get('waypost-found')?.size)).toBe(3)
  await inbox.goBack()
  await expect(search.box).toHaveValue('table river')
  await expect(mailbox.row('The river table')).toBeVisible()
  await expect(inbox).toHaveURL(/\/search\?q=table\+river$/)
})

test('nothing found offers Spam and Trash, or fewer conditions', async ({ inbox, account }) => {
  await append(account, message('Thrown away', 'A giraffe.'), 'Trash')
  await append(account, message('Kept', 'An elephant.'), 'INBOX')
  const search = new SearchPage(inbox)
  const mailbox = new MailboxPage(inbox)
  for (const q of ['giraffe in:anywhere', 'elephant']) await waitForOne(inbox, q)
  await search.for('giraffe')
  await expect(inbox.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  await inbox.getByRole('button', { name: 'Search Spam and Trash too' }).click()
  await expect(mailbox.row('Thrown away')).toBeVisible()
  await search.for('elephant subject:zebra')
  await inbox.getByRole('button', { name: 'Without subject:zebra' }).click()
  await expect(mailbox.row('Kept')).toBeVisible()
})

test('markup in what is found stays text', async ({ inbox, account }) => {
  await append(
    account,
    message('<img src=x onerror=alert(1)> zebra', 'A <b>zebra</b> <script>alert(1)</script>'),
    'INBOX',
  )
  const search = new SearchPage(inbox)
  const mailbox = new MailboxPage(inbox)
  await expect(async () => {
    await search.for('zebra')
    await expect(mailbox.row('<img src=x onerror=alert(1)> zebra')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(mailbox.list.locator('img, script, b')).toHaveCount(0)
})

test('chips and operators narrow the search; a folder that is not there is explained', async ({ inbox, account }) => {
  await append(account, message('Read one', 'A walrus.'), 'INBOX', ['\\Seen'])
  await append(account, message('Unread one', 'A walrus.'), 'INBOX')
  const search = new SearchPage(inbox)
  const mailbox = new MailboxPage(inbox)
  await expect(async () => {
    await search.for('walrus')
    await expect(mailbox.list.getByRole('listitem')).toHaveCount(2, { timeout: 2000 })
  }).toPass()
  await search.chip('Is unread').click()
  await expect(search.box).toHaveValue('walrus is:unread')
  await expect(mailbox.list.getByRole('listitem')).toHaveCount(1)
  await search.chip('Is unread').click()
  await expect(mailbox.list.getByRole('listitem')).toHaveCount(2)
  await search.chip('From').click()
  await inbox.getByRole('menuitem', { name: /amy@blueemailserver\.com/ }).click()
  await expect(search.box).toHaveValue('walrus from:amy@blueemailserver.com')
  await expect(mailbox.list.getByRole('listitem')).toHaveCount(2)
  await search.for('walrus -subject:unread')
  await expect(mailbox.list.getByRole('listitem')).toHaveCount(1)
  await expect(mailbox.list.getByRole('listitem')).toHaveText(/Read one/)
  await search.for('walrus in:Nowhere')
  await expect(search.problem).toContainText('You have no mailbox or folder “')
})

test('keys work on results as in a mailbox', async ({ inbox, account }) => {
  await append(account, message('Alpha', 'An ocelot.'), 'INBOX')
  const search = new SearchPage(inbox)
  const mailbox = new MailboxPage(inbox)
  await expect(async () => {
    await search.for('ocelot in:inbox')
    await expect(mailbox.row('Alpha')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await inbox.keyboard.press('j')
  await inbox.keyboard.press('e')
  await expect(inbox.getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(mailbox.row('Alpha')).toHaveCount(0)
})
