import { describe, expect, it } from 'vitest'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { append, withImap } from '@/e2e/deliver'
import type { MailAccount } from '@/lib/auth/signed-in'
import { findMailAccount } from '@/lib/db/accounts'
import * as imap from '@/lib/mail/imap/change-folders'
import { changeFolder } from '@/lib/service/change-folder'
import { createFolder } from '@/lib/service/create-folder'
import { deleteFolder } from '@/lib/service/delete-folder'
import { listMailboxesOf } from '@/lib/service/list-mailboxes'
import { listThreads } from '@/lib/service/list-threads'
import { withConnection } from '@/lib/service/with-mailbox'

type Person = { client: TestAccount; account: MailAccount }

async function person(): Promise<Person> {
  const client = await createAccount('blue', 'filer')
  const account = await findMailAccount(client.address)
  if (account === null) throw new Error('the account was not made')
  return { client, account }
}

const mail = (subject: string) => `From: ann@example.net\r\nSubject: ${subject}\r\n\r\nhello\r\n`

const own = async ({ account }: Person) =>
  (await listMailboxesOf(account)).mailboxes.filter(({ role }) => role === null)
const pathsOf = async (who: Person) => (await own(who)).map(({ path }) => path)
/** What other programs show: the subscribed folders. */
const subscribed = ({ client }: Person) =>
  withImap(client, async (outside) =>
    (await outside.list()).flatMap(({ path, subscribed, specialUse }) => (subscribed && !specialUse ? [path] : [])),
  )

const make = async ({ account }: Person, name: string, parent: string | null = null) =>
  (await createFolder(account, { name, parent })).id

const subjectsIn = async ({ account }: Person, mailbox: string) =>
  (await listThreads(account, { mailbox, mode: 'messages', offset: 0, limit: 50 })).rows.map(({ subject }) => subject)

describe('folders', () => {
  it.each([
    'Rechnungen',
    'Süßes & Übriges',
    '日本語 😀',
    'x'.repeat(200),
    '{5}',
    'a"b\\c',
    'a]b (c)',
    'Sent mail',
  ])('can be called %j, and other programs show them', async (name) => {
    const who = await person()
    const id = await make(who, name)
    expect(await own(who)).toMatchObject([{ id, path: name, name, total: 0 }])
    expect(await subscribed(who)).toContain(name)
    await append(who.client, mail('filed'), name)
    expect(await subjectsIn(who, id)).toEqual(['filed'])
  })

  it.each([
    '',
    '  ',
    'a\r\nA1 DELETE INBOX',
    'a\nb',
    'a\rb',
    'a\0b',
    'a\u2028b',
    'a/b',
    'a*',
    '%',
    '..',
    '.',
    '~root',
    'INBOX',
    'trash',
    'virtual',
    'dbox-Mails',
    'ü'.repeat(200),
  ])('cannot be called %j', async (name) => {
    const who = await person()
    await expect(make(who, name)).rejects.toMatchObject({ code: 'name-refused' })
    const id = await make(who, 'fine')
    await expect(changeFolder(who.account, id, { name })).rejects.toMatchObject({ code: 'name-refused' })
    expect(await pathsOf(who)).toEqual(['fine'])
  })

  it.each([
    'a\r\nA1 CREATE evil',
    'a\nb',
    'a\0b',
    'a\rb',
    'b{3}\r\nabc',
  ])('no line break in %j reaches the mail host as another command, even past the checks', async (name) => {
    const who = await person()
    await expect(withConnection(who.account, (connection) => imap.createFolder(connection, name))).rejects.toThrow()
    await expect(
      withConnection(who.account, (connection) => imap.renameFolder(connection, 'INBOX', name, [])),
    ).rejects.toThrow()
    expect(await pathsOf(who)).toEqual([])
  })

  it('are there once', async () => {
    const who = await person()
    await make(who, 'Bills')
    await expect(make(who, 'Bills')).rejects.toMatchObject({ code: 'mailbox-exists' })
    const other = await make(who, 'Other')
    await expect(changeFolder(who.account, other, { name: 'Bills' })).rejects.toMatchObject({ code: 'mailbox-exists' })
  })

  it('a new name and a new place take messages, what is below and subscriptions along', async () => {
    const who = await person()
    const [a, target] = [await make(who, 'Kunden'), await make(who, 'Büro')]
    await make(who, 'Äpfel', a)
    await append(who.client, mail('kept'), 'Kunden/Äpfel')
    // an open connection with the mailbox selected must not get in the way
    const inside = (await own(who)).find(({ path }) => path === 'Kunden/Äpfel')?.id ?? ''
    expect(await subjectsIn(who, inside)).toEqual(['kept'])
    const { id } = await changeFolder(who.account, a, { name: 'Clients 😀', parent: target })
    expect(await pathsOf(who)).toEqual(['Büro', 'Büro/Clients 😀', 'Büro/Clients 😀/Äpfel'])
    expect((await subscribed(who)).toSorted()).toEqual([...(await pathsOf(who)), 'Scheduled', 'Snoozed'].toSorted())
    const moved = (await own(who)).find(({ name }) => name === 'Äpfel')?.id ?? ''
    expect(await subjectsIn(who, moved)).toEqual(['kept'])
    await changeFolder(who.account, id, { parent: null })
    expect(await pathsOf(who)).toEqual(['Büro', 'Clients 😀', 'Clients 😀/Äpfel'])
    const again = (await own(who)).find(({ name }) => name === 'Clients 😀')?.id ?? ''
    await changeFolder(who.account, again, { name: 'Kunden' })
    expect(await pathsOf(who)).toEqual(['Büro', 'Kunden', 'Kunden/Äpfel'])
  })

  it('a renamed folder is another one than a new one of its old name', async () => {
    const who = await person()
    const id = await make(who, 'Old')
    await append(who.client, mail('first'), 'Old')
    expect(await subjectsIn(who, id)).toEqual(['first'])
    const renamed = await changeFolder(who.account, id, { name: 'New' })
    expect(await make(who, 'Old')).toBe(id)
    expect(await subjectsIn(who, id)).toEqual([])
    expect(await subjectsIn(who, renamed.id)).toEqual(['first'])
  })

  it('none goes into itself', async () => {
    const who = await person()
    const a = await make(who, 'a')
    const b = await make(who, 'b', a)
    for (const parent of [a, b]) {
      await expect(changeFolder(who.account, a, { parent })).rejects.toMatchObject({ code: 'name-refused' })
    }
  })

  it('deleting one removes those in it; every message goes to Trash', async () => {
    const who = await person()
    const a = await make(who, 'Weg')
    await make(who, 'Tief', a)
    for (const [path, subject] of [
      ['Weg', 'one'],
      ['Weg/Tief', 'two'],
    ] as const) {
      await append(who.client, mail(subject), path)
    }
    expect(await deleteFolder(who.account, a)).toEqual({ moved: 2, done: true })
    expect(await pathsOf(who)).toEqual([])
    expect((await subjectsIn(who, 'trash')).toSorted()).toEqual(['one', 'two'])
    expect((await subscribed(who)).toSorted()).toEqual(['Scheduled', 'Snoozed'])
    await expect(deleteFolder(who.account, a)).rejects.toMatchObject({ code: 'mailbox-not-found' })
  })
})
