import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { TestAccount } from '@/e2e/accounts'
import { expectNoViolations } from '@/e2e/axe'
import { append, withImap } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'

const mail = (subject: string) =>
  `From: Ann <ann@example.net>\r\nTo: me@example.org\r\nSubject: ${subject}\r\nMessage-ID: <${randomUUID()}@example.net>\r\n\r\nwords\r\n`

const appendMany = (account: TestAccount, count: number) =>
  withImap(account, async (client) => {
    for (let n = 1; n <= count; n += 1) await client.append('INBOX', mail(`Bulk ${n}`))
  })

const picker = (page: Page) => page.getByRole('dialog', { name: 'Snooze until' })

/** A time some seconds from now, as the field of a browser in UTC takes it: with seconds, though it shows minutes. */
const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19)

test('a conversation is snoozed by the toolbar, listed with its time, and taken back', async ({ inbox, account }) => {
  await append(account, mail('Not today'))
  const mailbox = new MailboxPage(inbox)
  await mailbox.row('Not today').getByRole('checkbox').check()
  await inbox.getByRole('button', { name: 'Snooze' }).first().click()
  await expect(picker(inbox).getByRole('button', { name: /Tomorrow/ })).toBeVisible()
  await expectNoViolations(inbox)
  // always offered: next week is not on a Sunday, when it is tomorrow
  await picker(inbox)
    .getByRole('button', { name: /Tomorrow/ })
    .click()
  await expect(mailbox.row('Not today')).toHaveCount(0)
  await mailbox.goTo('Snoozed')
  await expect(mailbox.row('Not today')).toContainText('Snoozed until')
  await expectNoViolations(inbox)
  await mailbox.row('Not today').getByRole('checkbox').check()
  await inbox.getByRole('toolbar').getByRole('button', { name: 'More' }).click()
  await inbox.getByRole('menuitem', { name: 'Unsnooze' }).click()
  await expect(mailbox.row('Not today')).toHaveCount(0)
  await mailbox.goTo('Inbox')
  await expect(mailbox.row('Not today')).toBeVisible()
})

test('snoozed by key, it comes back on time, on top, unread, and says why', async ({ inbox, account }) => {
  test.slow()
  const mailbox = new MailboxPage(inbox)
  await append(account, mail('Sleeps a little'), 'INBOX', ['\\Seen'])
  await append(account, mail('Arrived after it'), 'INBOX', ['\\Seen'])
  await expect(mailbox.row('Arrived after it')).toBeVisible()
  await mailbox.row('Sleeps a little').getByRole('link').focus()
  await inbox.keyboard.press('b')
  await picker(inbox).getByLabel('Pick a date and time').fill(soon(20))
  await picker(inbox).getByRole('button', { name: 'Snooze' }).click()
  await expect(inbox.getByRole('status').getByText(/Snoozed until/)).toBeVisible()
  await expect(mailbox.row('Sleeps a little')).toHaveCount(0)
  const top = mailbox.list.getByRole('listitem').first()
  await expect(top).toContainText('Sleeps a little', { timeout: 60_000 })
  await expect(top).toContainText('Snoozed until')
  await expect(top).toContainText('unread')
})

test('a time that has passed is refused in place', async ({ inbox, account }) => {
  await append(account, mail('When'))
  const mailbox = new MailboxPage(inbox)
  await mailbox.row('When').getByRole('link').focus()
  await inbox.keyboard.press('b')
  await picker(inbox).getByLabel('Pick a date and time').fill('2020-01-01T08:00')
  await picker(inbox).getByRole('button', { name: 'Snooze' }).click()
  await expect(picker(inbox).getByRole('alert')).toContainText('future')
  await inbox.keyboard.press('Escape')
  await expect(picker(inbox)).toHaveCount(0)
  await expect(mailbox.row('When')).toBeVisible()
})

test('a muted conversation leaves the inbox, and Undo brings it back', async ({ inbox, account }) => {
  await append(account, mail('Too loud'))
  const mailbox = new MailboxPage(inbox)
  await mailbox.row('Too loud').getByRole('link').focus()
  await inbox.keyboard.press('m')
  await expect(mailbox.row('Too loud')).toHaveCount(0)
  await inbox.getByRole('button', { name: 'Undo' }).click()
  await expect(mailbox.row('Too loud')).toBeVisible()
  await expect(mailbox.row('Too loud').getByRole('img', { name: 'muted' })).toHaveCount(0)
})

test('everything in the inbox is archived with progress, and taken back by Undo', async ({ inbox, account }) => {
  test.slow()
  await appendMany(account, 1_200)
  const mailbox = new MailboxPage(inbox)
  await inbox.reload()
  await expect(mailbox.row('Bulk 1200')).toBeVisible()
  await inbox.getByRole('checkbox', { name: 'Select all loaded messages' }).check()
  await inbox.getByRole('button', { name: 'Select all 1,200 conversations in Inbox' }).click()
  await expect(inbox.getByText('All 1,200 conversations in Inbox are selected.')).toBeVisible()
  await expectNoViolations(inbox)
  // Looked for from before the click: a quick machine is done in a moment.
  const progress = inbox.getByRole('progressbar', { name: 'Archiving' }).waitFor()
  await inbox.getByRole('button', { name: 'Archive' }).first().click()
  await progress
  await expect(inbox.getByText('1,200 messages archived')).toBeVisible({ timeout: 60_000 })
  await expect(mailbox.list.getByRole('listitem')).toHaveCount(0)
  await inbox.getByRole('button', { name: 'Undo' }).click()
  await expect(inbox.getByText('Undone for 1,200 messages')).toBeVisible({ timeout: 60_000 })
  await expect(mailbox.row('Bulk 1200')).toBeVisible()
})

test('Trash is emptied after a question', async ({ inbox, account }) => {
  for (const subject of ['Old one', 'Old two']) await append(account, mail(subject), 'Trash')
  const mailbox = new MailboxPage(inbox)
  await mailbox.goTo('Trash')
  await expect(mailbox.row('Old two')).toBeVisible()
  await inbox.getByRole('button', { name: 'Empty Trash now' }).click()
  const question = inbox.getByRole('dialog', { name: 'Empty Trash?' })
  await expect(question).toContainText('cannot be undone')
  await expectNoViolations(inbox)
  await question.getByRole('button', { name: 'Empty Trash now' }).click()
  await expect(inbox.getByText('2 messages deleted forever')).toBeVisible({ timeout: 20_000 })
  await expect(mailbox.list.getByRole('listitem')).toHaveCount(0)
})
