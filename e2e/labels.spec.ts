import type { Page } from '@playwright/test'
import type { TestAccount } from '@/e2e/accounts'
import { expectNoViolations } from '@/e2e/axe'
import { append, withImap } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { NavigationPage } from '@/e2e/pages/navigation'
import { labelColors } from '@/lib/contract/label-colors'
import type { LabelList } from '@/lib/contract/labels'

const mail = (subject: string) =>
  `From: Ann <ann@example.net>\r\nTo: me@example.org\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(' ', '.')}@example.net>\r\n\r\nHello.\r\n`

async function fill(account: TestAccount, subjects: string[], flags: string[] = []): Promise<void> {
  for (const subject of subjects) await append(account, mail(subject), 'INBOX', flags)
}

/** Keywords of the message with that subject in the inbox, as another program sees them. */
const keywordsOf = (account: TestAccount, subject: string): Promise<string[]> =>
  withImap(account, async (client) => {
    await client.mailboxOpen('INBOX', { readOnly: true })
    const [uid] = (await client.search({ subject }, { uid: true })) || []
    const message = await client.fetchOne(String(uid), { flags: true }, { uid: true })
    return message ? [...(message.flags ?? [])].filter((flag) => !flag.startsWith('\\')) : []
  })

const picker = (page: Page) => page.getByRole('dialog', { name: 'Label', exact: true })

test('a label is made, put on by keyboard, taken off by Undo, and seen by other programs', async ({
  inbox,
  account,
}) => {
  await fill(account, ['First letter', 'Second letter'])
  const mailbox = new MailboxPage(inbox)
  const navigation = new NavigationPage(inbox)
  await expect(mailbox.row('Second letter')).toBeVisible()
  await navigation.createLabel('Work', 'Teal')
  await expect(navigation.label('Work')).toBeVisible()

  await inbox.keyboard.press('j')
  await inbox.keyboard.press('l')
  await picker(inbox).getByRole('combobox').fill('wor')
  await inbox.keyboard.press('Enter')
  await expect(picker(inbox)).toHaveCount(0)
  await inbox.getByRole('button', { name: 'Undo' }).hover()
  await expect(inbox.getByRole('status').getByText('Labelled Work')).toBeVisible()
  await expect(mailbox.row('Second letter')).toContainText('Work')
  await expect.poll(() => keywordsOf(account, 'Second letter')).toEqual(['work'])
  await expect(navigation.label('Work')).toContainText('1 unread')

  await inbox.getByRole('button', { name: 'Undo' }).click()
  await expect(mailbox.row('Second letter')).not.toContainText('Work')
  await expect.poll(() => keywordsOf(account, 'Second letter')).toEqual([])
})

test('several labels at once by the picker, with a new one; mixed where only some have it', async ({
  inbox,
  account,
}) => {
  await fill(account, ['Alpha'], ['travel'])
  await fill(account, ['Beta'])
  const mailbox = new MailboxPage(inbox)
  const navigation = new NavigationPage(inbox)
  await expect(navigation.label('travel')).toBeVisible()
  await expect(mailbox.row('Alpha')).toContainText('travel')
  await mailbox.row('Alpha').getByRole('checkbox').check()
  await mailbox.row('Beta').getByRole('checkbox').check()
  await inbox.getByRole('toolbar', { name: 'Actions' }).getByRole('button', { name: 'Label' }).click()
  const option = picker(inbox).getByRole('option', { name: 'travel' })
  await expect(option).toHaveAttribute('aria-checked', 'mixed')
  await option.click()
  await expect(option).toHaveAttribute('aria-checked', 'true')
  await picker(inbox).getByRole('combobox').fill('Family/Kids')
  await picker(inbox).getByRole('option', { name: 'Create "Family/Kids"' }).click()
  await inbox.getByRole('button', { name: 'Undo' }).hover()
  await expect(inbox.getByRole('status').getByText('Labels of 2 conversations changed')).toBeVisible()
  for (const subject of ['Alpha', 'Beta']) {
    await expect(mailbox.row(subject)).toContainText('travel')
    await expect(mailbox.row(subject)).toContainText('Kids')
    await expect.poll(async () => (await keywordsOf(account, subject)).toSorted()).toEqual(['family_kids', 'travel'])
  }
  await inbox.getByRole('button', { name: 'Undo' }).click()
  await expect(mailbox.row('Beta')).not.toContainText('travel')
  await expect(mailbox.row('Alpha')).toContainText('travel')
})

test('a label has its own list; hiding, colour, a new name and deleting', async ({ inbox, account }) => {
  await fill(account, ['Tagged elsewhere'], ['$label1'])
  await fill(account, ['Plain'])
  const mailbox = new MailboxPage(inbox)
  const navigation = new NavigationPage(inbox)
  await navigation.label('Important').click()
  await expect(mailbox.row('Tagged elsewhere')).toBeVisible()
  await expect(mailbox.row('Plain')).toHaveCount(0)
  await expect(inbox).toHaveTitle(/Important/)

  await navigation.choose('Important', 'Green')
  await expect(navigation.label('Important').locator('[data-label=green]')).toBeVisible()
  await navigation.choose('Important', 'Rename')
  const dialog = inbox.getByRole('dialog', { name: 'Rename' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('a//b')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('empty level')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Büro/Wichtig')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(navigation.label('Wichtig')).toHaveAttribute('aria-current', 'page')
  expect(await keywordsOf(account, 'Tagged elsewhere')).toEqual(['$label1'])

  await navigation.choose('Büro/Wichtig', 'Hide')
  await expect(navigation.label('Wichtig')).toHaveCount(0)
  await navigation.nav.getByRole('button', { name: '1 hidden' }).click()
  await navigation.choose('Büro/Wichtig', 'Show')
  await expect(navigation.nav.getByRole('button', { name: '1 hidden' })).toHaveCount(0)

  await navigation.choose('Büro/Wichtig', 'Delete')
  await inbox.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(navigation.label('Wichtig')).toHaveCount(0)
  await expect(inbox).toHaveURL(/\/mail\/inbox$/)
  expect(await keywordsOf(account, 'Tagged elsewhere')).toEqual([])
  await expect(mailbox.row('Tagged elsewhere')).toBeVisible()
})

test('the rows that are ticked are dragged onto a label, and one row onto a folder', async ({ inbox, account }) => {
  await fill(account, ['One', 'Two', 'Three'])
  const mailbox = new MailboxPage(inbox)
  const navigation = new NavigationPage(inbox)
  await navigation.createLabel('Dropped')
  await navigation.createFolder('Filed')
  await mailbox.row('One').getByRole('checkbox').check()
  await mailbox.row('Two').getByRole('checkbox').check()
  await mailbox.row('One').getByText('One').hover()
  await inbox.mouse.down()
  await navigation.label('Dropped').hover()
  await navigation.label('Dropped').hover({ position: { x: 20, y: 10 } })
  await expect(inbox.getByText('Label 2 conversations Dropped')).toBeVisible()
  await inbox.mouse.up()
  await expect(inbox.getByRole('status').getByText('2 conversations labelled Dropped')).toBeVisible()
  await expect(inbox.getByText('Label 2 conversations Dropped')).toHaveCount(0)
  await expect(mailbox.row('One').getByRole('checkbox')).not.toBeChecked()
  for (const subject of ['One', 'Two']) await expect.poll(() => keywordsOf(account, subject)).toEqual(['dropped'])
  expect(await keywordsOf(account, 'Three')).toEqual([])

  await mailbox.row('Three').getByText('Three').dragTo(navigation.folder('Filed'))
  await expect(mailbox.row('Three')).toHaveCount(0)
  await navigation.folder('Filed').click()
  await expect(mailbox.row('Three')).toBeVisible()
})

test('the open conversation shows its labels; one is taken off, another put on by key', async ({ inbox, account }) => {
  await fill(account, ['Read me'], ['travel', '$label2'])
  const mailbox = new MailboxPage(inbox)
  await mailbox.openMessage('Read me')
  const labels = inbox
    .getByRole('list', { name: 'Labels' })
    .filter({ has: inbox.getByRole('button', { name: /Remove/ }) })
  await expect(labels.getByRole('link', { name: 'travel' })).toBeVisible()
  await labels.getByRole('button', { name: 'Remove travel' }).click()
  await expect(labels.getByRole('link', { name: 'travel' })).toHaveCount(0)
  await expect(inbox.getByRole('status').getByText('Label travel removed')).toBeVisible()
  await expect.poll(() => keywordsOf(account, 'Read me')).toEqual(['$label2'])
  await inbox.keyboard.press('l')
  await picker(inbox).getByRole('combobox').fill('Later this year')
  await inbox.keyboard.press('Enter')
  await expect(labels.getByRole('link', { name: 'Later this year' })).toBeVisible()
  await labels.getByRole('link', { name: 'Work' }).click()
  await expect(mailbox.row('Read me')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('axe finds nothing on chips in every colour, pickers and dialogs', async ({ inbox, account }) => {
      await append(
        account,
        mail('All colours'),
        'INBOX',
        labelColors.slice(0, 3).map((color) => `in_${color}`),
      )
      await append(
        account,
        mail('More colours'),
        'INBOX',
        labelColors.slice(3, 6).map((color) => `in_${color}`),
      )
      await append(
        account,
        mail('Last colours'),
        'INBOX',
        labelColors.slice(6, 9).map((color) => `in_${color}`),
      )
      const mailbox = new MailboxPage(inbox)
      const navigation = new NavigationPage(inbox)
      await paintEach(inbox)
      await inbox.reload()
      await expect(mailbox.row('Last colours')).toContainText('in_pink')
      await expectNoViolations(inbox)
      await navigation.nav.getByRole('button', { name: 'New folder' }).click()
      await expect(inbox.getByRole('dialog', { name: 'New folder' })).toBeVisible()
      await expectNoViolations(inbox)
      await inbox.keyboard.press('Escape')
      await navigation.nav.getByRole('button', { name: 'New label' }).click()
      await expect(inbox.getByRole('dialog', { name: 'New label' })).toBeVisible()
      await expectNoViolations(inbox)
      await inbox.keyboard.press('Escape')
      await mailbox.openMessage('All colours')
      await inbox.keyboard.press('l')
      await expect(picker(inbox)).toBeVisible()
      await expectNoViolations(inbox)
    })
  })
}

/** Gives each label named after a colour that colour. */
async function paintEach(page: Page): Promise<void> {
  const origin = new URL(page.url()).origin
  const answer = await page.request.get('/api/labels')
  const { labels } = (await answer.json()) as LabelList
  for (const { id, name } of labels) {
    const changed = await page.request.put(`/api/labels/${id}`, { data: { color: name.slice(3) }, headers: { origin } })
    expect(changed.status()).toBe(200)
  }
}
