import { beforeAll, describe, expect, it } from 'vitest'
import { createAccount } from '@/e2e/accounts'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { ThreadRow } from '@/lib/contract/threads'
import { findMailAccount } from '@/lib/db/accounts'
import { openConnection } from '@/lib/mail/imap/connection'
import { applyChanges } from '@/lib/service/apply-changes'
import { labelIdOf } from '@/lib/service/label-id'
import { listThreads } from '@/lib/service/list-threads'
import { placesOfList, placesOfThreads } from '@/lib/service/places-of'
import { raiseInInbox } from '@/lib/service/raise-in-inbox'
import { readThread } from '@/lib/service/read-thread'
import { rowsOfHits } from '@/lib/service/rows-of-hits'
import { imapTarget, withConnection } from '@/lib/service/with-mailbox'

async function freshAccount(): Promise<MailAccount> {
  const { address } = await createAccount('blue', 'threader')
  const account = await findMailAccount(address)
  if (account === null) throw new Error('the account was not made')
  return account
}

type Mail = { id: string; from: string; subject?: string; answers?: string; text?: string; day?: number }
type Kept = { mailbox?: string; flags?: string[] }

const raw = ({ id, from, subject = 'Plans', answers, text = 'hello' }: Mail) =>
  [
    `From: ${from}`,
    'To: Me <me@example.org>',
    `Subject: ${subject}`,
    `Message-ID: <${id}@test>`,
    ...(answers === undefined ? [] : [`In-Reply-To: <${answers}@test>`, `References: <${answers}@test>`]),
    '',
    `${text}\r\n`,
  ].join('\r\n')

/** Stores a message that arrived on that day of March and gives its UID. */
async function store(account: MailAccount, mail: Mail, { mailbox = 'INBOX', flags = [] }: Kept = {}): Promise<number> {
  const arrival = new Date(Date.UTC(2026, 2, mail.day ?? 1, 12))
  const stored = await withConnection(account, (connection) =>
    connection.append(mailbox, Buffer.from(raw(mail)), flags, arrival),
  )
  return stored === false ? 0 : (stored?.uid ?? 0)
}

const list = async (account: MailAccount, mailbox = 'inbox', mode: 'threads' | 'messages' = 'threads') =>
  listThreads(account, { mailbox, mode, offset: 0, limit: 50 })
const rowsIn = async (account: MailAccount, mailbox?: string, mode?: 'threads' | 'messages') =>
  (await list(account, mailbox, mode)).rows
const only = (rows: ThreadRow[]): ThreadRow => {
  expect(rows).toHaveLength(1)
  return rows[0] as ThreadRow
}

describe('a conversation over several mailboxes', () => {
  let account: MailAccount
  beforeAll(async () => {
    account = await freshAccount()
    await store(account, { id: 'a1', from: 'Ann <ann@example.net>', day: 1 }, { flags: ['\\Seen', 'Work'] })
    await store(
      account,
      { id: 'a2', from: `Me <${account.address}>`, subject: 'Re: Plans', answers: 'a1', day: 2 },
      { mailbox: 'Sent', flags: ['\\Seen'] },
    )
    await store(account, { id: 'b1', from: 'Bob <bob@example.net>', subject: 'Lunch', day: 3 })
    await store(
      account,
      { id: 'a3', from: 'Ann <ann@example.net>', subject: 'Re: Plans', answers: 'a2', text: 'see you', day: 4 },
      { flags: ['\\Flagged'] },
    )
  })

  it('is one row, with its own answers, by the arrival of its newest message', async () => {
    const window = await list(account)
    expect(window).toMatchObject({ total: 2, unread: 2 })
    const [plans, lunch] = window.rows
    expect(plans).toMatchObject({ subject: 'Plans', preview: 'see you', date: '2026-03-04T12:00:00.000Z' })
    expect(plans?.messages.map(({ ref }) => ref.mailbox)).toEqual(['inbox', 'sent', 'inbox'])
    expect(plans?.participants.map(({ name, me, unread }) => ({ name, me, unread }))).toEqual([
      { name: 'Ann', me: false, unread: true },
      { name: 'Me', me: true, unread: false },
    ])
    expect(plans?.flags).toMatchObject({ seen: false, flagged: true })
    expect(plans?.labels).toEqual([labelIdOf('Work')])
    expect(lunch?.messages).toHaveLength(1)
  })

  it('shows in Sent, in All mail, among the starred and under its label, whole each time', async () => {
    for (const mailbox of ['sent', 'starred', labelIdOf('Work')]) {
      expect(only(await rowsIn(account, mailbox)).messages, mailbox).toHaveLength(3)
    }
    expect(await rowsIn(account, 'all')).toHaveLength(2)
    expect(await rowsIn(account, labelIdOf('Nowhere'))).toEqual([])
    expect(only(await rowsIn(account, 'sent')).ref.mailbox).toBe('sent')
    expect(only(await rowsIn(account, 'sent')).date).toBe('2026-03-02T12:00:00.000Z')
  })

  it('falls apart into messages when conversations are off', async () => {
    const rows = await rowsIn(account, 'inbox', 'messages')
    expect(rows.map(({ subject }) => subject)).toEqual(['Re: Plans', 'Lunch', 'Plans'])
    expect(rows.every(({ messages }) => messages.length === 1)).toBe(true)
  })

  it('opens by any of its messages: the newest and the unread whole, with its neighbours', async () => {
    const [plans, lunch] = await rowsIn(account)
    if (plans === undefined || lunch === undefined) throw new Error('rows are missing')
    for (const { ref } of plans.messages) {
      const thread = await readThread(account, ref, { listed: 'inbox', mode: 'threads' })
      expect(thread.messages.map(({ ref: { mailbox } }) => mailbox)).toEqual(['inbox', 'sent', 'inbox'])
      expect(thread.opened.map(({ body }) => body.shown?.html)).toEqual([expect.stringContaining('see you')])
      expect([thread.newer, thread.older]).toEqual([null, lunch.ref])
    }
    const below = await readThread(account, lunch.ref, { listed: 'inbox', mode: 'threads' })
    expect([below.newer, below.older]).toEqual([plans.ref, null])
  })
})

describe('what a search found and what a change is meant for', () => {
  it('makes one row of the hits of one conversation, where the first stands, over all mailboxes', async () => {
    const account = await freshAccount()
    const uid = async (mail: Mail, kept?: Kept) => ({
      path: kept?.mailbox ?? 'INBOX',
      uid: await store(account, mail, kept),
    })
    const hits = [
      await uid({ id: 'h1', from: 'a@example.net', day: 1 }),
      await uid({ id: 't1', from: 'a@example.net', subject: 'Thrown away', day: 2 }, { mailbox: 'Trash' }),
      await uid({ id: 'h2', from: 'a@example.net', answers: 'h1', day: 3 }, { mailbox: 'Archive' }),
      await uid({ id: 's1', from: 'a@example.net', subject: 'Alone', day: 4 }),
      { path: 'INBOX', uid: 4711 },
    ]
    const order = [hits[3], hits[1], hits[2], hits[4], hits[0]].flatMap((hit) => hit ?? [])
    const found = await rowsOfHits(account, order, { mode: 'threads', offset: 0, limit: 50 })
    expect(found.total).toBe(3)
    expect(found.rows.map(({ row }) => row.subject)).toEqual(['Alone', 'Thrown away', 'Plans'])
    expect(found.rows[2]?.hits).toEqual([hits[2], hits[0]])
    const second = await rowsOfHits(account, order, { mode: 'threads', offset: 1, limit: 1 })
    expect(second.rows.map(({ row }) => row.subject)).toEqual(['Thrown away'])
    const inboxOnly = order.filter(({ path }) => path !== 'Trash')
    const single = await rowsOfHits(account, inboxOnly, { mode: 'messages', offset: 0, limit: 2 })
    expect(single).toMatchObject({ total: 3, rows: [{ hits: [hits[3]] }, { hits: [hits[2]] }] })

    const { ref } = only(await rowsIn(account, 'archive'))
    expect([...(await placesOfThreads(account, [ref]))]).toEqual([
      ['INBOX', [hits[0]?.uid]],
      ['Archive', [hits[2]?.uid]],
    ])
    expect([...(await placesOfList(account, 'inbox'))]).toEqual([['INBOX', [hits[0]?.uid, hits[3]?.uid]]])
  })
})

describe('a list that was looked at until nothing was new', () => {
  it('shows at the next look whatever another program did', async () => {
    const account = await freshAccount()
    const other = await openConnection(imapTarget(account))
    const settled = async (mailbox = 'inbox') => {
      for (let look = 0; look < 4; look++) await list(account, mailbox)
    }
    try {
      const uid = await store(account, { id: 'q1', from: 'a@example.net', day: 1 })
      await other.mailboxOpen('INBOX')
      await settled()

      await other.messageFlagsAdd(String(uid), ['\\Seen', '\\Flagged', 'Work'], { uid: true })
      expect((await list(account)).unread).toBe(0)
      const { flags, labels } = only(await rowsIn(account))
      expect([flags.seen, flags.flagged, labels]).toEqual([true, true, [labelIdOf('Work')]])
      await settled()
      await other.messageFlagsRemove(String(uid), ['Work'], { uid: true })
      expect(only(await rowsIn(account)).labels).toEqual([])

      await settled()
      await other.append('INBOX', raw({ id: 'q2', from: 'b@example.net', answers: 'q1', day: 2 }), [])
      expect(only(await rowsIn(account)).messages).toHaveLength(2)
      await settled()
      await other.messageMove(String(uid), 'Archive', { uid: true })
      expect((await rowsIn(account, 'archive')).length).toBe(1)
      await settled('trash')
      await other.mailboxOpen('INBOX')
      await other.messageDelete('1:*')
      expect(await list(account)).toMatchObject({ total: 0, unread: 0 })

      await settled()
      await other.mailboxCreate('Outer "one"/Inner')
      await other.append('Outer "one"/Inner', raw({ id: 'q3', from: 'c@example.net', subject: 'Deep', day: 3 }), [])
      expect((await rowsIn(account, 'all')).map(({ subject }) => subject)).toContain('Deep')
      await settled()
      await other.append('Outer "one"/Inner', raw({ id: 'q4', from: 'c@example.net', subject: 'Deeper', day: 4 }), [])
      expect((await rowsIn(account, 'all')).map(({ subject }) => subject)).toContain('Deeper')
    } finally {
      other.close()
    }
  })
})

describe('a list while messages move', () => {
  it('keeps the name of a row when answers arrive, and a place when a move is undone', async () => {
    const account = await freshAccount()
    await store(account, { id: 'x1', from: 'a@example.net', day: 1 })
    await store(account, { id: 'y1', from: 'b@example.net', subject: 'Other', day: 2 })
    const before = await rowsIn(account)
    await store(account, { id: 'x2', from: 'c@example.net', answers: 'x1', day: 3 })
    const after = await rowsIn(account)
    expect(after.map(({ ref }) => ref)).toEqual([before[1]?.ref, before[0]?.ref])
    const refs = after[1]?.messages.map(({ ref }) => ref) ?? []
    const { opposite } = await applyChanges(account, [{ kind: 'move', refs, to: 'archive' }])
    expect((await rowsIn(account)).map(({ subject }) => subject)).toEqual(['Plans'])
    expect((await rowsIn(account, 'archive')).map(({ subject }) => subject)).toEqual(['Other'])
    await applyChanges(account, opposite)
    expect((await rowsIn(account)).map(({ subject }) => subject)).toEqual(['Plans', 'Other'])
  })

  it('shows on top what was raised, though it arrived long ago', async () => {
    const account = await freshAccount()
    await store(account, { id: 'r1', from: 'a@example.net', day: 1, subject: 'Old' })
    await store(account, { id: 'r2', from: 'a@example.net', day: 2, subject: 'Newer' })
    const old = (await rowsIn(account))[1]
    if (old === undefined) throw new Error('the row is missing')
    await raiseInInbox(account, old.ref, false)
    const [top, below] = await rowsIn(account)
    expect([top?.subject, below?.subject]).toEqual(['Old', 'Newer'])
    expect(Date.parse(top?.date ?? '')).toBeGreaterThan(Date.now() - 60_000)
    await store(account, { id: 'r3', from: 'a@example.net', day: 3, subject: 'Newest' })
    expect((await rowsIn(account)).map(({ subject }) => subject)).toEqual(['Old', 'Newest', 'Newer'])
  })

  it('threads Spam and Trash among themselves, and leaves drafts alone', async () => {
    const account = await freshAccount()
    await store(account, { id: 'z1', from: 'a@example.net' })
    for (const mailbox of ['Trash', 'Spam', 'Drafts']) {
      await store(account, { id: `${mailbox}1`, from: 'a@example.net', answers: 'z1' }, { mailbox })
      await store(account, { id: `${mailbox}2`, from: 'a@example.net', answers: `${mailbox}1` }, { mailbox })
    }
    expect(only(await rowsIn(account)).messages).toHaveLength(1)
    expect(only(await rowsIn(account, 'trash')).messages).toHaveLength(2)
    expect(only(await rowsIn(account, 'spam')).messages).toHaveLength(2)
    expect(await rowsIn(account, 'drafts')).toHaveLength(2)
  })

  it('shows answers begun in the conversation they belong to, as they are now, and no others', async () => {
    const account = await freshAccount()
    await store(account, { id: 'w1', from: 'a@example.net' })
    await store(account, { id: 'w2', from: 'b@example.net', subject: 'Other' })
    const read = async (mode: 'threads' | 'messages' = 'threads') => {
      const row = (await rowsIn(account)).find(({ subject }) => subject === 'Plans')
      if (row === undefined) throw new Error('the row is missing')
      const { messages, opened } = await readThread(account, row.ref, { listed: 'inbox', mode })
      expect(opened.map(({ ref }) => ref.mailbox)).toEqual(['inbox'])
      return messages.map(({ ref, preview, flags }) => [ref.mailbox, preview, flags.draft])
    }
    const received = ['inbox', 'hello', false]
    expect(await read()).toEqual([received])
    const drafts = { mailbox: 'Drafts', flags: ['\\Draft', '\\Seen'] }
    const uid = await store(account, { id: 'w3', from: 'me@example.net', answers: 'w1', text: 'half a line' }, drafts)
    await store(account, { id: 'w4', from: 'me@example.net', answers: 'w2', text: 'another answer' }, drafts)
    await store(account, { id: 'w5', from: 'me@example.net', text: 'no answer' }, drafts)
    expect(await read()).toEqual([received, ['drafts', 'half a line', true]])
    expect(await read('messages')).toEqual([received])
    await withConnection(account, async (connection) => {
      await connection.mailboxOpen('Drafts')
      await connection.messageDelete(String(uid), { uid: true })
    })
    await store(account, { id: 'w6', from: 'me@example.net', answers: 'w1', text: 'a whole line' }, drafts)
    expect(await read()).toEqual([received, ['drafts', 'a whole line', true]])
  })

  it('shows the messages of a folder whose name is not ASCII', async () => {
    const account = await freshAccount()
    await withConnection(account, (connection) => connection.mailboxCreate('Überraschung & "mehr"/日本'))
    await store(account, { id: 'u1', from: 'a@example.net' }, { mailbox: 'Überraschung & "mehr"/日本' })
    const { ref } = only(await rowsIn(account, 'all'))
    expect(ref.mailbox).toMatch(/^f-/)
    expect(only(await rowsIn(account, ref.mailbox)).ref).toEqual(ref)
  })
})
