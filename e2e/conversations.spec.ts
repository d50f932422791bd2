import type { Page } from '@playwright/test'
import type { TestAccount } from '@/e2e/accounts'
import { expect, preferencesSaved, test } from '@/e2e/fixtures'
import { Composer } from '@/e2e/pages/composer'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { appendThread, type ThreadMail } from '@/e2e/thread-mail'

const maria = { name: 'Maria Rossi', address: 'maria@red.example' }
const ben = { name: 'Ben Frost', address: 'ben@red.example' }

const lunch: ThreadMail[] = [
  { from: maria, text: 'Lunch on Friday?' },
  { from: 'me', text: 'Gladly. Where?' },
  { from: ben, text: 'I am in.\n\nOn Monday Tester wrote:\n> Gladly. Where?' },
  { from: maria, text: 'The usual place at noon.', read: false },
]

/** Opens a conversation once the list has all of it. */
async function openThread(page: Page, subject: string, count: number): Promise<MailboxPage> {
  const mailbox = new MailboxPage(page)
  await expect(mailbox.row(subject)).toContainText(`${count} messages`)
  await mailbox.openMessage(subject)
  return mailbox
}

const article = (page: Page, name: string) => page.getByRole('article', { name })
const textOf = (page: Page, name: string) => article(page, name).frameLocator('iframe').locator('body')

test('a conversation is one row: who wrote, how many messages, and what the newest says', async ({
  inbox,
  account,
}) => {
  await appendThread(account, 'Lunch', lunch)
  const mailbox = new MailboxPage(inbox)
  const row = mailbox.row('Lunch')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('Maria, me, Ben')
  await expect(row).toContainText('4 messages')
  await expect(row).toContainText('unread')
  await expect(row).toContainText('The usual place at noon.')
})

test('in All mail a conversation names who wrote, also one that began with oneself', async ({ inbox, account }) => {
  await appendThread(account, 'Lunch', lunch.slice(1, 3))
  await inbox.goto('/mail/all')
  const row = new MailboxPage(inbox).row('Lunch')
  await expect(row).toContainText('me, Ben')
  await expect(row).not.toContainText('To:')
})

test('the unread and the newest are open, the others folded, and each opens and folds', async ({ inbox, account }) => {
  await appendThread(account, 'Lunch', lunch)
  await openThread(inbox, 'Lunch', 4)
  await expect(inbox.getByRole('article')).toHaveCount(4)
  await expect(textOf(inbox, 'Maria Rossi').last()).toContainText('The usual place at noon.')
  await expect(inbox.locator('article iframe')).toHaveCount(1)
  await article(inbox, 'Ben Frost').getByRole('button', { expanded: false }).click()
  await expect(textOf(inbox, 'Ben Frost')).toContainText('I am in.')
  await article(inbox, 'Ben Frost').getByRole('button', { name: 'Ben Frost', expanded: true }).click()
  await expect(inbox.locator('article iframe')).toHaveCount(1)
  await inbox.keyboard.press(';')
  await expect(inbox.locator('article iframe')).toHaveCount(4)
  await inbox.keyboard.press(':')
  await expect(inbox.locator('article iframe')).toHaveCount(0)
})

test('quoted text waits behind a button inside the text', async ({ inbox, account }) => {
  await appendThread(account, 'Lunch', lunch.slice(0, 3))
  await openThread(inbox, 'Lunch', 3)
  const body = textOf(inbox, 'Ben Frost')
  await expect(body).toContainText('I am in.')
  await expect(body.getByText('Gladly. Where?')).toBeHidden()
  await body.locator('summary').click()
  await expect(body.getByText('Gladly. Where?')).toBeVisible()
})

test('many read messages in the middle are one line until asked for', async ({ inbox, account }) => {
  const mails = Array.from(
    { length: 12 },
    (_, i): ThreadMail => ({ from: i % 2 ? 'me' : maria, text: `Number ${i + 1}` }),
  )
  await appendThread(account, 'Twelve', mails)
  await openThread(inbox, 'Twelve', 12)
  await expect(inbox.getByRole('article')).toHaveCount(3)
  await inbox.getByRole('button', { name: '9 older messages' }).click()
  await expect(inbox.getByRole('article')).toHaveCount(12)
})

test('an answer is written below the conversation and stands in it once sent', async ({ inbox, account }) => {
  await appendThread(account, 'Lunch', [
    { ...lunch[0], from: { name: 'Myself', address: account.address } } as ThreadMail,
  ])
  const mailbox = new MailboxPage(inbox)
  await mailbox.openMessage('Lunch')
  await inbox.getByRole('main').getByRole('button', { name: 'Reply', exact: true }).click()
  const composer = new Composer(inbox, 'Reply')
  await expect(inbox.getByRole('main').getByRole('dialog', { name: 'Reply' })).toBeVisible()
  await composer.fill({ body: 'Written in place.' })
  await composer.send()
  await expect(inbox.getByRole('article').last().frameLocator('iframe').locator('body')).toContainText(
    'Written in place.',
  )
})

/** Opens a conversation and begins to answer it, within it. */
async function beginAnswer(page: Page, account: TestAccount) {
  await appendThread(account, 'Lunch', lunch)
  const mailbox = await openThread(page, 'Lunch', 4)
  await page.keyboard.press('r')
  await expect(page.getByRole('main').getByRole('dialog', { name: 'Reply' })).toBeVisible()
  await new Composer(page, 'Reply').fill({ body: 'Not finished' })
  return { mailbox, dialog: page.getByRole('dialog', { name: 'Reply' }) }
}

test('an answer begun in the conversation goes into a window, and waits as a bar when one leaves', async ({
  inbox,
  account,
}) => {
  const { mailbox, dialog } = await beginAnswer(inbox, account)
  await dialog.getByRole('button', { name: 'Open in a window' }).click()
  await expect(inbox.getByRole('main').getByRole('dialog')).toHaveCount(0)
  await expect(dialog.getByRole('textbox', { name: 'Message body' })).toContainText('Not finished')
  await mailbox.goTo('Inbox')
  await expect(dialog.getByRole('textbox', { name: 'Message body' })).toContainText('Not finished')
})

test('an answer left unfinished stands in its conversation, goes on from there, and is archived with nothing', async ({
  inbox,
  account,
}) => {
  const { mailbox, dialog } = await beginAnswer(inbox, account)
  await dialog.getByRole('button', { name: 'Save and close' }).click()
  await mailbox.goTo('Inbox')
  await mailbox.openMessage('Lunch')
  const draft = inbox.getByRole('article').last().getByRole('button', { name: 'Draft' })
  await expect(draft).toContainText('Not finished')
  await expect(inbox.getByRole('article')).toHaveCount(5)
  await draft.click()
  const edited = inbox.getByRole('main').getByRole('dialog')
  await expect(edited.getByRole('textbox', { name: 'Message body' })).toContainText('Not finished')
  await expect(inbox.getByRole('article')).toHaveCount(4)
  await edited.getByRole('button', { name: 'Save and close' }).click()
  await expect(draft).toBeVisible()
  await inbox.getByRole('toolbar', { name: 'Actions' }).getByRole('button', { name: 'Archive' }).click()
  await expect(mailbox.row('Lunch')).toHaveCount(0)
  await mailbox.goTo('Drafts')
  await expect(mailbox.row('Lunch')).toHaveCount(1)
})

test('archive takes the whole conversation out of the inbox, and Undo brings exactly that back', async ({
  inbox,
  account,
}) => {
  await appendThread(account, 'Lunch', lunch)
  const mailbox = await openThread(inbox, 'Lunch', 4)
  await inbox.getByRole('button', { name: 'Archive' }).first().click()
  await expect(mailbox.row('Lunch')).toHaveCount(0)
  await mailbox.goTo('Archive')
  await inbox.getByRole('button', { name: 'Undo' }).hover()
  await expect(mailbox.row('Lunch')).toContainText('4 messages')
  await inbox.getByRole('button', { name: 'Undo' }).click()
  await expect(mailbox.row('Lunch')).toHaveCount(0)
  await mailbox.goTo('Inbox')
  await expect(mailbox.row('Lunch')).toContainText('4 messages')
})

test('one message is deleted, starred and left unread for itself', async ({ inbox, account }) => {
  await appendThread(account, 'Lunch', lunch)
  const mailbox = await openThread(inbox, 'Lunch', 4)
  await article(inbox, 'Ben Frost').getByRole('button', { expanded: false }).click()
  await article(inbox, 'Ben Frost').getByRole('button', { name: 'Add star' }).click()
  await expect(article(inbox, 'Ben Frost').getByRole('button', { name: 'Remove star' })).toBeVisible()
  await article(inbox, 'Ben Frost').getByRole('button', { name: 'Message menu' }).click()
  await inbox.getByRole('menuitem', { name: 'Delete this message' }).click()
  await expect(article(inbox, 'Ben Frost')).toHaveCount(0)
  // the star has an Undo too, and either answer may come last
  const told = inbox.getByText('Moved to Trash').locator('..')
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect(article(inbox, 'Ben Frost')).toHaveCount(1)
  await article(inbox, 'Maria Rossi').last().getByRole('button', { name: 'Message menu' }).click()
  await inbox.getByRole('menuitem', { name: 'Mark unread from here' }).click()
  await expect(mailbox.row('Lunch')).toContainText('unread')
})

test('single messages instead of conversations, kept for the next visit', async ({ inbox, account }) => {
  await appendThread(account, 'Lunch', lunch)
  const mailbox = new MailboxPage(inbox)
  await expect(mailbox.row('Lunch')).toHaveCount(1)
  await inbox.getByRole('main').getByRole('button', { name: 'More', exact: true }).click()
  const saved = preferencesSaved(inbox)
  await inbox.getByRole('menuitemradio', { name: 'Single messages' }).click()
  await saved
  await expect(mailbox.row('Lunch')).toHaveCount(3)
  await inbox.reload()
  await expect(mailbox.row('Lunch')).toHaveCount(3)
  await mailbox.row('I am in.').getByText('Lunch').click()
  await expect(inbox.getByRole('article')).toHaveCount(1)
  await expect(textOf(inbox, 'Ben Frost')).toContainText('I am in.')
})

test('back from a conversation the list stands where it stood', async ({ inbox, account }) => {
  for (let i = 0; i < 30; i++) await appendThread(account, `Talk number ${i}.`, lunch.slice(0, 1))
  const mailbox = new MailboxPage(inbox)
  await expect(mailbox.row('Talk number 29.')).toBeVisible()
  const row = mailbox.row('Talk number 2.')
  await row.scrollIntoViewIfNeeded()
  const before = await row.boundingBox()
  await row.getByText('Talk number 2.').click()
  await expect(textOf(inbox, 'Maria Rossi')).toContainText('Lunch on Friday?')
  await inbox.getByRole('button', { name: 'Back to Inbox' }).click()
  await expect.poll(async () => (await row.boundingBox())?.y).toBe(before?.y)
})

test('a conversation that takes long says so, and one that nobody waits for any more is not drawn', async ({
  inbox,
  account,
}) => {
  await appendThread(account, 'Lunch', lunch.slice(0, 1))
  await appendThread(account, 'Boat', lunch.slice(2, 3))
  const mailbox = new MailboxPage(inbox)
  await expect(mailbox.row('Lunch')).toHaveCount(1)
  await inbox.locator('html[data-ready]').waitFor({ state: 'attached' })
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await inbox.route('**/api/threads/**', async (route) => {
    await released
    await route.continue()
  })
  const loading = inbox.getByRole('status', { name: 'Loading message' })
  await mailbox.row('Lunch').getByRole('link').click()
  await expect(loading).toBeVisible()
  await inbox.goBack()
  await expect(mailbox.row('Boat')).toHaveCount(1)
  const boat = mailbox.row('Boat').getByRole('link')
  const id = (await boat.getAttribute('href'))?.split('/').at(-1) ?? ''
  const answered = inbox.waitForResponse((response) => response.url().includes(`/api/threads/inbox/${id}`))
  // asked for and left again in one task: what comes for it later is drawn nowhere
  await boat.evaluate((link: HTMLElement) => {
    link.click()
    history.back()
  })
  release()
  await answered
  await expect(inbox).toHaveURL(/\/mail\/inbox$/)
  await expect(loading).toHaveCount(0)
  await expect(inbox.getByRole('article')).toHaveCount(0)
  await mailbox.openMessage('Lunch')
  await expect(textOf(inbox, 'Maria Rossi')).toContainText('Lunch on Friday?')
})
