import { createAccount } from '@/e2e/accounts'
import { expectNoViolations } from '@/e2e/axe'
import { append } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { Composer } from '@/e2e/pages/composer'
import { ContactsPage } from '@/e2e/pages/contacts'
import { MailboxPage } from '@/e2e/pages/mailbox'

test('whoever one writes to is a contact, that can be edited, written to and deleted', async ({ inbox }) => {
  const john = await createAccount('red', 'john')
  const contacts = new ContactsPage(inbox)
  await inbox.keyboard.press('g')
  await inbox.keyboard.press('c')
  await expect(inbox.getByText('No contacts yet')).toBeVisible()
  await expectNoViolations(inbox)
  const composer = await new Composer(inbox).open()
  await composer.fill({ to: `Johnny <${john.address}>`, subject: 'Hello', body: 'words' })
  await composer.send()
  await contacts.open('Johnny')
  await expect(contacts.details).toContainText('written to once')
  await contacts.details.getByRole('button', { name: 'Edit' }).click()
  const form = inbox.getByRole('form', { name: 'Edit' })
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('John <b>Smith</b>')
  await form.getByRole('button', { name: 'Add address' }).click()
  await inbox.keyboard.type('john@far.example')
  await form.getByRole('textbox', { name: 'Phone 1' }).fill('+49 170 1')
  await form.getByRole('textbox', { name: 'Organisation' }).fill('Wind & Wave')
  await form.getByRole('textbox', { name: 'Note' }).fill('likes boats')
  await expectNoViolations(inbox)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(contacts.heading('John <b>Smith</b>')).toBeVisible()
  await expect(contacts.details).toContainText('Wind & Wave')
  await expect(contacts.details).toContainText('likes boats')
  await expectNoViolations(inbox)
  await contacts.details.getByRole('button', { name: 'Write to john@far.example' }).click()
  await expect(composer.dialog.getByRole('button', { name: 'Remove John <b>Smith</b>' })).toBeVisible()
  await composer.dialog.getByRole('button', { name: 'Discard draft' }).click()
  await contacts.details.getByRole('button', { name: 'Delete' }).click()
  await expect(inbox.getByText('No contacts yet')).toBeVisible()
  await inbox.getByRole('button', { name: 'Undo' }).click()
  await contacts.open('John <b>Smith</b>')
  await expect(contacts.details).toContainText('written to once')
})

test('what is written of a contact stays when one looks elsewhere, until it is saved or cancelled', async ({
  inbox,
}) => {
  await inbox.goto('/contacts')
  const contacts = new ContactsPage(inbox)
  for (const name of ['Ann', 'Bob']) await contacts.add(name, `${name}@far.example`)
  await contacts.details.getByRole('button', { name: 'Edit' }).click()
  const note = inbox.getByRole('form', { name: 'Edit' }).getByRole('textbox', { name: 'Note' })
  await note.fill('likes boats')
  await contacts.open('Ann')
  await expect(inbox.getByText('“Bob” is not saved yet')).toBeVisible()
  await inbox.getByRole('button', { name: 'Go on' }).click()
  await expect(note).toHaveValue('likes boats')
  await inbox.getByRole('button', { name: 'Save' }).click()
  await expect(contacts.details).toContainText('likes boats')
  await contacts.open('Ann')
  await contacts.details.getByRole('button', { name: 'Edit' }).click()
  await note.fill('given up')
  await inbox.getByRole('button', { name: 'Cancel' }).click()
  await contacts.open('Bob')
  await contacts.open('Ann')
  await expect(contacts.details.getByRole('button', { name: 'Edit' })).toBeVisible()
  await expect(inbox.getByText('given up')).toHaveCount(0)
})

test.describe('what is refused', () => {
  test.use({ expectedErrors: [/status of 4(09|22).*\/api\/contacts\/book$/] })

  test('an address that cannot be, or that another contact has, with its reason', async ({ inbox }) => {
    await inbox.goto('/contacts')
    const contacts = new ContactsPage(inbox)
    await contacts.add('Ann', 'ann@far.example')
    await inbox.getByRole('button', { name: 'New contact' }).first().click()
    const form = inbox.getByRole('form', { name: 'New contact' })
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Other')
    await form.getByRole('textbox', { name: 'Address 1' }).fill('nobody')
    await form.getByRole('textbox', { name: 'Address 1' }).press('Enter')
    await expect(form.getByRole('alert')).toContainText('nobody')
    await form.getByRole('textbox', { name: 'Address 1' }).fill('ANN@far.example')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByRole('alert')).toContainText('Another contact has this address already')
  })
})

test('a group is made of contacts, written to as one, and its members stay when it goes', async ({ inbox }) => {
  await inbox.goto('/contacts')
  const contacts = new ContactsPage(inbox)
  for (const name of ['Ann', 'Bob', 'Cid']) await contacts.add(`${name} Sailor`, `${name}@far.example`)
  for (const name of ['Ann', 'Cid']) await contacts.row(name).getByRole('checkbox').check()
  await expect(inbox.getByText('2 selected')).toBeVisible()
  await inbox.getByRole('toolbar').getByRole('button', { name: 'Add to group' }).click()
  await inbox.getByRole('combobox', { name: 'Find or name a group' }).fill('Sailing Club')
  await inbox.keyboard.press('Enter')
  await contacts.groups.getByRole('link', { name: /Sailing Club/ }).click()
  await expect(contacts.list.getByRole('listitem')).toHaveCount(2)
  await expect(contacts.row('Bob')).toHaveCount(0)
  await expectNoViolations(inbox)
  const { dialog } = await new Composer(inbox).open()
  await dialog.getByRole('combobox', { name: 'To', exact: true }).fill('club sail')
  await dialog.getByRole('option', { name: 'Sailing Club' }).click()
  for (const name of ['Ann Sailor', 'Cid Sailor']) {
    await expect(dialog.getByRole('button', { name: `Remove ${name}` })).toBeVisible()
  }
  // completion knows contacts never written to, by their words in any order
  await dialog.getByRole('combobox', { name: 'To', exact: true }).fill('sail bo')
  await expect(dialog.getByRole('option', { name: /Bob Sailor/ })).toBeVisible()
  await inbox.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Remove Bob Sailor' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Discard draft' }).click()
  await contacts.groups.getByRole('button', { name: 'Options for Sailing Club' }).click()
  await inbox.getByRole('menuitem', { name: 'Delete group' }).click()
  await inbox.getByRole('dialog').getByRole('button', { name: 'Delete group' }).click()
  await expect(contacts.list.getByRole('listitem')).toHaveCount(3)
  await expect(contacts.groups.getByRole('link', { name: /Sailing Club/ })).toHaveCount(0)
})

const vcf = (name: string, text: string) => ({ name, mimeType: 'text/vcard', buffer: Buffer.from(text) })
const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')

test('a vCard file says what would come before it does, and goes out again as it came', async ({ inbox }) => {
  await inbox.goto('/contacts')
  const contacts = new ContactsPage(inbox)
  await contacts.add('Ann', 'ann@far.example')
  await contacts.choose('Import')
  const dialog = inbox.getByRole('dialog', { name: 'Import contacts' })
  const file =
    card('FN:Ann', 'EMAIL:ann@far.example', 'TEL:+49 1') +
    card('FN:<img src=x onerror=alert(1)>', 'EMAIL:bob@far.example', 'CATEGORIES:Club') +
    'BEGIN:VCARD\r\nFN:cut off'
  await dialog.getByLabel('Choose a file').setInputFiles(vcf('contacts.vcf', file))
  await expect(dialog.getByText('1 new contact', { exact: true })).toBeVisible()
  await expect(dialog.getByText('1 contact gets more')).toBeVisible()
  await expect(dialog.getByText('Line 13: the entry has no end')).toBeVisible()
  await dialog.getByText('1 new contact', { exact: true }).click()
  await expect(dialog.getByText('<img src=x onerror=alert(1)>')).toBeVisible()
  await expectNoViolations(inbox)
  await dialog.getByRole('button', { name: 'Import 2 contacts' }).click()
  await expect(contacts.list.getByRole('listitem')).toHaveCount(2)
  await expect(contacts.groups.getByRole('link', { name: /Club/ })).toBeVisible()
  const all = await contacts.save(() => contacts.choose('Export all'))
  expect(all).toContain('VERSION:4.0')
  await contacts.row('<img').getByRole('checkbox').check()
  const one = await contacts.save(() => inbox.getByRole('button', { name: 'Export selected' }).click())
  expect(one).toContain('EMAIL;PREF=1:bob@far.example')
  expect(one).not.toContain('ann@far.example')
  await inbox.getByRole('button', { name: 'Clear selection' }).click()
  await contacts.choose('Import')
  await dialog.getByLabel('Choose a file').setInputFiles(vcf('again.vcf', all))
  await expect(dialog.getByText('2 contacts are here as they are')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Import \d/ })).toHaveCount(0)
})

test('a list of 5,000 is moved through by keyboard to its end, and searched', async ({ inbox }) => {
  const many = Array.from({ length: 5_000 }, (_, n) =>
    card(`FN:Person ${String(n).padStart(4, '0')}`, `EMAIL:p${n}@far.example`),
  )
  const headers = { 'content-type': 'text/vcard', origin: new URL(inbox.url()).origin }
  const answer = await inbox.request.put('/api/contacts/import', { data: many.join(''), headers, timeout: 60_000 })
  expect(answer.status()).toBe(200)
  await inbox.goto('/contacts')
  const contacts = new ContactsPage(inbox)
  await contacts.row('Person 0000').getByRole('link').focus()
  await inbox.keyboard.press('ArrowDown')
  await expect(contacts.row('Person 0001').getByRole('link')).toBeFocused()
  await inbox.keyboard.press('End')
  await expect(contacts.row('Person 4999').getByRole('link')).toBeFocused()
  await inbox.keyboard.press('k')
  await expect(contacts.row('Person 4998').getByRole('link')).toBeFocused()
  await inbox.keyboard.press('Enter')
  await expect(contacts.heading('Person 4998')).toBeVisible()
  expect(await contacts.list.getByRole('listitem').count()).toBeLessThan(60)
  await inbox.getByRole('searchbox', { name: 'Search contacts' }).fill('2345 pers')
  await expect(contacts.list.getByRole('listitem')).toHaveCount(1)
  await inbox.getByRole('searchbox', { name: 'Search contacts' }).fill('nobody of them')
  await expect(inbox.getByText('No contact matches')).toBeVisible()
})

test('the sender of a message is taken into the contacts', async ({ inbox, account }) => {
  const from = 'Maria Sender <maria.sender@far.example>'
  await append(account, `From: ${from}\r\nTo: ${account.address}\r\nSubject: Who I am\r\n\r\nhello\r\n`)
  await new MailboxPage(inbox).openMessage('Who I am')
  await inbox.getByRole('button', { name: 'Message menu' }).click()
  await inbox.getByRole('menuitem', { name: 'Add to contacts' }).click()
  await inbox.getByRole('button', { name: 'Show contact' }).click()
  await expect(new ContactsPage(inbox).heading('Maria Sender')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('list and contact are pages', async ({ inbox }) => {
    await inbox.goto('/contacts')
    const contacts = new ContactsPage(inbox)
    await contacts.add('Ann', 'ann@far.example')
    await expect(contacts.list).toBeHidden()
    await expectNoViolations(inbox)
    await inbox.getByRole('button', { name: 'Back to the list' }).click()
    await contacts.open('Ann')
    await contacts.details.getByRole('button', { name: 'Edit' }).click()
    await expectNoViolations(inbox)
    const width = await inbox.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
})
