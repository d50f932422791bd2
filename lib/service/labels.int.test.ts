import { beforeAll, describe, expect, it } from 'vitest'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { append, withImap } from '@/e2e/deliver'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { Change } from '@/lib/contract/changes'
import { labelColors } from '@/lib/contract/label-colors'
import type { Label } from '@/lib/contract/labels'
import type { MessageRef } from '@/lib/contract/messages'
import { findMailAccount } from '@/lib/db/accounts'
import { db } from '@/lib/db/client'
import { applyChanges } from '@/lib/service/apply-changes'
import { changeLabel } from '@/lib/service/change-label'
import { createLabel } from '@/lib/service/create-label'
import { deleteLabel } from '@/lib/service/delete-label'
import { labelIdOf } from '@/lib/service/label-id'
import { listLabels } from '@/lib/service/list-labels'
import { listThreads } from '@/lib/service/list-threads'

type Person = { client: TestAccount; account: MailAccount }

async function person(): Promise<Person> {
  const client = await createAccount('blue', 'labeller')
  const account = await findMailAccount(client.address)
  if (account === null) throw new Error('the account was not made')
  return { client, account }
}

const mail = (subject: string) => `From: ann@example.net\r\nSubject: ${subject}\r\n\r\nhello\r\n`

const labelsOf = async ({ account }: Person) => (await listLabels(account)).labels
const namesOf = async (who: Person) => (await labelsOf(who)).map(({ name }) => name)

async function refOf({ account }: Person, subject: string, mailbox = 'inbox'): Promise<MessageRef> {
  const { rows } = await listThreads(account, { mailbox, mode: 'messages', offset: 0, limit: 50 })
  const row = rows.find((candidate) => candidate.subject === subject)
  if (row === undefined) throw new Error(`no message ${subject}`)
  return row.ref
}

/** Flags of every message of a mailbox as another IMAP client sees them. */
const flagsIn = ({ client }: Person, mailbox = 'INBOX'): Promise<string[][]> =>
  withImap(client, async (imap) => {
    await imap.mailboxOpen(mailbox)
    const flags: string[][] = []
    for await (const message of imap.fetch('1:*', { flags: true })) {
      flags.push([...(message.flags ?? [])].filter((flag) => !flag.startsWith('\\')).sort())
    }
    return flags
  })

const label = (labelled: Label, refs: MessageRef[], value = true): Change => ({
  kind: 'label',
  refs,
  label: labelled.id,
  value,
})

describe('labels', () => {
  let who: Person
  beforeAll(async () => {
    who = await person()
  })

  it('are none at first', async () => expect(await labelsOf(who)).toEqual([]))

  it('set by other programs appear with a name and a colour; what programs mark for themselves does not', async () => {
    const own = await person()
    await append(own.client, mail('one'), 'INBOX', ['$label1', 'Holiday', '$Forwarded', 'NonJunk'])
    await append(own.client, mail('two'), 'Archive', ['$label4', 'Holiday', '\\Seen'])
    const labels = await labelsOf(own)
    expect(labels.map(({ name, unread }) => [name, unread])).toEqual([
      ['Holiday', 1],
      ['Important', 1],
      ['To do', 0],
    ])
    expect(labels.map(({ id }) => id)).toEqual(['holiday', '$label1', '$label4'].map(labelIdOf))
    for (const { color } of labels) expect(labelColors).toContain(color)
    expect(await db().label.count({ where: { accountId: own.account.accountId } })).toBe(0)
  })

  it('set by another program while a connection is open appear', async () => {
    const own = await person()
    await append(own.client, mail('one'))
    expect(await labelsOf(own)).toEqual([])
    await withImap(own.client, async (imap) => {
      await imap.mailboxOpen('INBOX')
      await imap.messageFlagsAdd('1', ['later_on'])
    })
    expect(await namesOf(own)).toEqual(['later_on'])
  })

  it('several stand on one message, are found by it and taken off again, exactly', async () => {
    await append(who.client, mail('several'))
    await append(who.client, mail('other'))
    const work = await createLabel(who.account, { name: 'Work' })
    const trip = await createLabel(who.account, { name: 'Reise nach Köln' })
    const refs = [await refOf(who, 'several')]
    const both = [await refOf(who, 'other'), ...refs]
    await applyChanges(who.account, [label(work, refs), label(trip, refs)])
    expect((await flagsIn(who)).filter((flags) => flags.length > 0)).toEqual([['reise_nach_koln', 'work']])
    // the one that had it already is not in the opposite
    const { changed, opposite } = await applyChanges(who.account, [label(work, both)])
    expect(changed).toBe(1)
    expect(opposite).toEqual([label(work, [both[0] as MessageRef], false)])
    await applyChanges(who.account, opposite)
    const { rows } = await listThreads(who.account, { mailbox: work.id, mode: 'threads', offset: 0, limit: 50 })
    expect(rows.map(({ subject, labels }) => [subject, labels.toSorted()])).toEqual([
      ['several', [work.id, trip.id].toSorted()],
    ])
    expect((await labelsOf(who)).map(({ name, unread }) => [name, unread])).toEqual([
      ['Reise nach Köln', 1],
      ['Work', 1],
    ])
  })

  it('are kept over a move, and over its undo', async () => {
    const ref = await refOf(who, 'several')
    const { opposite } = await applyChanges(who.account, [{ kind: 'move', refs: [ref], to: 'archive' }])
    expect(await flagsIn(who, 'Archive')).toEqual([['reise_nach_koln', 'work']])
    await applyChanges(who.account, opposite)
    expect((await flagsIn(who)).flat()).toEqual(['reise_nach_koln', 'work'])
  })

  it('an undo brings back a keyword of another program that no message has any more', async () => {
    const own = await person()
    await append(own.client, mail('one'), 'INBOX', ['Holiday'])
    const [holiday] = await labelsOf(own)
    if (holiday === undefined) throw new Error('no label')
    const { opposite } = await applyChanges(own.account, [label(holiday, [await refOf(own, 'one')], false)])
    expect(await labelsOf(own)).toEqual([])
    await applyChanges(own.account, opposite)
    expect(await namesOf(own)).toEqual(['Holiday'])
  })

  it('a new name keeps the keyword; colour and hiding are kept too', async () => {
    const own = await person()
    const made = await createLabel(own.account, { name: 'Work', color: 'teal' })
    const renamed = await changeLabel(own.account, made.id, { name: 'Büro 😀', hidden: true })
    expect(renamed).toEqual({ ...made, name: 'Büro 😀', hidden: true })
    await changeLabel(own.account, made.id, { color: 'pink' })
    expect(await labelsOf(own)).toEqual([{ ...renamed, color: 'pink' }])
  })

  it('a parent takes those below it along', async () => {
    const own = await person()
    for (const name of ['Work', 'Work/Clients', 'Work/Clients/Acme', 'Workshop'])
      await createLabel(own.account, { name })
    const work = (await labelsOf(own)).find(({ name }) => name === 'Work')
    await changeLabel(own.account, work?.id ?? '', { name: 'Job' })
    expect(await namesOf(own)).toEqual(['Job', 'Job/Clients', 'Job/Clients/Acme', 'Workshop'])
    const refused = changeLabel(own.account, work?.id ?? '', { name: 'workSHOP' })
    await expect(refused).rejects.toMatchObject({ code: 'label-exists' })
  })

  it('a keyword of another program may be named, and gets no twin', async () => {
    const own = await person()
    await append(own.client, mail('one'), 'INBOX', ['Holiday'])
    const twin = await createLabel(own.account, { name: 'Holiday!' })
    expect(twin.keyword).toBe('holiday_2')
    const holiday = (await labelsOf(own)).find(({ keyword }) => keyword === 'holiday')
    await changeLabel(own.account, holiday?.id ?? '', { name: 'Vacation' })
    expect(await namesOf(own)).toEqual(['Holiday!', 'Vacation'])
  })

  it('deleting takes it off every message, in Trash and Spam too, and leaves the messages', async () => {
    const own = await person()
    const mailboxes = ['INBOX', 'Archive', 'Trash', 'Spam']
    await withImap(own.client, async (imap) => {
      for (const mailbox of mailboxes) {
        for (let i = 0; i < 30; i++) await imap.append(mailbox, mail(`m${i}`), ['party', 'kept'])
      }
    })
    const party = (await labelsOf(own)).find(({ name }) => name === 'party')
    expect(await deleteLabel(own.account, party?.id ?? '')).toEqual({ removed: 120, done: true })
    for (const mailbox of mailboxes) {
      expect(await flagsIn(own, mailbox)).toEqual(Array.from({ length: 30 }, () => ['kept']))
    }
    expect(await namesOf(own)).toEqual(['kept'])
    expect((await createLabel(own.account, { name: 'Party' })).keyword).toBe('party')
  })

  it.each([
    '',
    ' / ',
    'a\r\nA1 LOGOUT',
    'a\0b',
    'a\u2028b',
    'x'.repeat(500),
    'a//b',
  ])('is not called %j', async (name) => {
    await expect(createLabel(who.account, { name })).rejects.toMatchObject({ code: 'name-refused' })
  })

  it.each([
    '{5}',
    '"(\\Deleted)"',
    'Ünïcödé',
    '日本',
    'a b]c',
    '\\Seen',
    '$Junk',
  ])('called %j, is a harmless atom', async (name) => {
    const own = await person()
    await append(own.client, mail('one'))
    const made = await createLabel(own.account, { name })
    expect(made.keyword).toMatch(/^[a-z0-9_-]{1,50}$/)
    await applyChanges(own.account, [label(made, [await refOf(own, 'one')])])
    expect(await flagsIn(own)).toEqual([[made.keyword]])
    expect(await namesOf(own)).toEqual([name])
  })

  it('of one account are not there for another', async () => {
    const [work] = await labelsOf(who)
    const other = await person()
    const gone = { code: 'label-not-found' }
    await expect(changeLabel(other.account, work?.id ?? '', { name: 'mine' })).rejects.toMatchObject(gone)
    await expect(deleteLabel(other.account, work?.id ?? '')).rejects.toMatchObject(gone)
  })
})
