import { expect, test } from 'vitest'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { append, deliver, withImap } from '@/e2e/deliver'
import { searchQuery } from '@/lib/contract/search'
import { findMailAccount } from '@/lib/db/accounts'
import { db } from '@/lib/db/client'
import { forgetAccounts } from '@/lib/db/word-index/accounts'
import { wordIndex } from '@/lib/db/word-index/pool'
import { searchMessages } from '@/lib/service/search/search-messages'

/** How soon the index has to know what happened in a mailbox. Twice that, because other tests run meanwhile. */
const patience = 10_000

async function subjects(account: TestAccount, q: string): Promise<string[]> {
  const known = await findMailAccount(account.address)
  if (known === null) throw new Error('the account is gone')
  const { rows, problems } = await searchMessages(known, searchQuery.parse({ q, mode: 'messages' }))
  expect(problems).toEqual([])
  return rows.map(({ subject }) => subject).sort()
}

/** Asks again until the answer is the one expected, within the index's time. */
async function comesTo<T>(ask: () => Promise<T>, expected: T, within = patience): Promise<void> {
  const until = Date.now() + within
  for (;;) {
    const answer = await ask()
    if (JSON.stringify(answer) === JSON.stringify(expected)) return
    if (Date.now() > until) expect(answer).toEqual(expected)
    await new Promise((again) => setTimeout(again, 100))
  }
}

const mail = (subject: string, text: string) =>
  `From: "Ann Smith" <ann@sender.example>\r\nTo: x@y.example\r\nSubject: ${subject}\r\n\r\n${text}\r\n`

const indexOf = async (account: TestAccount) => {
  const known = await findMailAccount(account.address)
  const { rows } = await wordIndex().query(
    `SELECT b.path, p.uid::int, m.guid, m.arrived, m.size::int, m.attached, m.shape, m.words::text
     FROM indexed_places p JOIN indexed_mailboxes b ON b.id = p.mailbox_id JOIN indexed_messages m ON m.id = p.message_id
     WHERE b.account_id = $1 ORDER BY b.path, p.uid`,
    [known?.accountId],
  )
  return rows
}

test('Mail that arrives, moves and goes is followed, whoever does it', async () => {
  const account = await createAccount('blue')
  await deliver(account, { subject: 'Arrival', text: 'a zeppelin lands' })
  await comesTo(() => subjects(account, 'zeppelin'), ['Arrival'])
  await comesTo(() => subjects(account, 'zeppelin in:inbox'), ['Arrival'])

  await withImap(account, async (client) => {
    await client.mailboxOpen('INBOX')
    await client.messageMove('1', 'Archive')
  })
  await comesTo(() => subjects(account, 'zeppelin in:archive'), ['Arrival'])
  expect(await subjects(account, 'zeppelin in:inbox')).toEqual([])

  await withImap(account, async (client) => {
    await client.mailboxOpen('Archive')
    await client.messageMove('1', 'Trash')
  })
  await comesTo(() => subjects(account, 'zeppelin'), [])
  await comesTo(() => subjects(account, 'zeppelin in:trash'), ['Arrival'])
  expect(await subjects(account, 'zeppelin in:anywhere')).toEqual(['Arrival'])

  await withImap(account, async (client) => {
    await client.mailboxOpen('Trash')
    await client.messageDelete('1')
  })
  await comesTo(() => indexOf(account), [])
})

test('A mailbox that is renamed takes its words along; one that is deleted takes them away', async () => {
  const account = await createAccount('blue')
  await withImap(account, (client) => client.mailboxCreate('Projects'))
  await append(account, mail('Plan', 'the caravel sails'), 'Projects')
  await comesTo(() => subjects(account, 'caravel in:projects'), ['Plan'])
  const before = await indexOf(account)

  await withImap(account, (client) => client.mailboxRename('Projects', 'Travel/2026'))
  await comesTo(async () => (await indexOf(account)).map(({ path }) => path), ['Travel/2026'])
  expect((await indexOf(account))[0]?.guid).toBe(before[0]?.guid)
  expect(await subjects(account, 'caravel in:travel/2026')).toEqual(['Plan'])

  await withImap(account, (client) => client.mailboxDelete('Travel/2026'))
  await comesTo(() => indexOf(account), [])
})

test('Nothing of an account stays when it is removed', async () => {
  const account = await createAccount('blue')
  await append(account, mail('Last', 'words'))
  await comesTo(() => subjects(account, 'words'), ['Last'])
  const known = await findMailAccount(account.address)
  await db().account.delete({ where: { address: account.address } })
  const left = async () => {
    const { rows } = await wordIndex().query(
      `SELECT (SELECT count(*)::int FROM indexed_messages WHERE account_id = $1) AS messages,
         (SELECT count(*)::int FROM indexed_mailboxes WHERE account_id = $1) AS mailboxes,
         (SELECT count(*)::int FROM mailbox_states WHERE address = $2) AS states`,
      [known?.accountId, account.address],
    )
    return rows[0]
  }
  await comesTo(left, { messages: 0, mailboxes: 0, states: 0 })
})

test('A rebuilt index is the one that followed', async () => {
  const account = await createAccount('red')
  for (const word of ['alder', 'birch', 'cedar', 'douglas']) await append(account, mail(word, `a ${word} tree`))
  await comesTo(() => subjects(account, 'tree'), ['alder', 'birch', 'cedar', 'douglas'])
  await withImap(account, async (client) => {
    await client.mailboxOpen('INBOX')
    await client.messageMove('2', 'Archive')
    await client.messageDelete('1')
  })
  await comesTo(async () => (await indexOf(account)).length, 3)
  const followed = await indexOf(account)
  const known = await findMailAccount(account.address)
  await forgetAccounts([{ id: known?.accountId ?? '', address: account.address }])
  await comesTo(() => indexOf(account), followed)
})

test('Nothing typed gets out of its place in SQL or IMAP', async () => {
  const account = await createAccount('blue')
  const known = await findMailAccount(account.address)
  if (known === null) throw new Error('no account')
  await append(account, mail('Secret', 'the pelican'))
  await comesTo(() => subjects(account, 'pelican'), ['Secret'])
  const typed = [
    `nothing' OR '1'='1`,
    `nothing') OR true --`,
    `nothing'::tsquery OR 1=1; DROP TABLE indexed_messages; --`,
    `nothing:* | pelican`,
    `"nothing' | 'pelican"`,
    `nothing\\' | !zzz`,
    `subject:"nothing' | 'pelican"`,
    `from:nothing'|'pelican`,
    `nothing\r\nA1 LOGOUT`,
    `nothing\0pelican`,
    `nothing {5+}\r\npelican`,
    `nothing\u2028pelican`,
    `nothing <-> pelican`,
    `label:"x) ALL (KEYWORD y"`,
    `label:"x\r\nA1 SELECT INBOX"`,
    `in:"x' OR '1'='1"`,
    `in:"INBOX" NIL"`,
    `has:attachment' OR true`,
    `larger:1k'::bigint OR true`,
    `before:2020-01-01'::date`,
    `nothing $1 $2 %s \u0027 \uff07`,
  ]
  for (const q of typed) {
    const { rows } = await searchMessages(known, searchQuery.parse({ q, zone: `UTC'; DROP TABLE accounts; --` }))
    expect(rows, q).toEqual([])
  }
  expect(await subjects(account, 'pelican')).toEqual(['Secret'])
})

test('Words of attached files are found: text, HTML, office, and by name', async () => {
  const account = await createAccount('blue')
  const attachments = [
    { filename: 'minutes.txt', content: 'quorum reached' },
    {
      filename: 'page.html',
      content: '<p>Das <b>Quart</b>al<script>hiddenword</script></p>',
      contentType: 'text/html',
    },
    { filename: 'holiday.bin', content: 'binarycontent' },
    { filename: 'broken.pdf', content: 'no pdf at all', contentType: 'application/pdf' },
  ]
  await deliver(account, { subject: 'Files', text: 'see below', attachments })
  await comesTo(() => subjects(account, 'quorum reached quartal'), ['Files'])
  for (const [q, found] of [
    ['filename:holiday', ['Files']],
    ['filename:pdf has:attachment', ['Files']],
    ['filename:quorum', []],
    ['hiddenword', []],
    ['binarycontent', []],
    ['-has:attachment', []],
  ] as const) {
    expect(await subjects(account, q), q).toEqual(found)
  }
})

test('A mailbox or a label that is not there is explained, and nothing is searched', async () => {
  const known = await findMailAccount((await createAccount('blue')).address)
  if (known === null) throw new Error('no account')
  const { rows, problems } = await searchMessages(known, searchQuery.parse({ q: 'a in:nowhere -label:"no such"' }))
  expect(rows).toEqual([])
  expect(problems).toEqual([
    { code: 'unknown-mailbox', start: 2, end: 12, text: 'in:nowhere' },
    { code: 'unknown-label', start: 14, end: 29, text: 'label:"no such"' },
  ])
})

test('A phrase that stands in many messages is found in each, newest first, and nowhere else', async () => {
  const account = await createAccount('blue')
  await withImap(account, async (client) => {
    for (let day = 1; day <= 28; day++) {
      const text = day % 4 === 0 ? 'open doors at seven' : 'the doors open at seven'
      const arrived = new Date(Date.UTC(2026, 1, day))
      await client.append('INBOX', Buffer.from(mail(`Day ${day}`, text)), [], arrived)
    }
  })
  const known = await findMailAccount(account.address)
  const found = async (q: string) => {
    if (known === null) throw new Error('the account is gone')
    const { total, rows } = await searchMessages(known, searchQuery.parse({ q, mode: 'messages' }))
    return [total, rows[0]?.subject, rows.at(-1)?.subject]
  }
  await comesTo(() => found('"doors open at seven"'), [21, 'Day 27', 'Day 1'])
  expect(await found('"open doors"')).toEqual([7, 'Day 28', 'Day 4'])
  expect(await found('"doors open" subject:2')).toEqual([1, 'Day 2', 'Day 2'])
  expect(await found('-"doors open at seven"')).toEqual([7, 'Day 28', 'Day 4'])
})

test('Words and flags are answered together', async () => {
  const account = await createAccount('blue')
  await append(account, mail('One', 'the lighthouse keeper'), 'INBOX', ['\\Seen', 'urgent'])
  await append(account, mail('Two', 'the lighthouse burns'), 'INBOX', ['\\Flagged'])
  await append(account, mail('Three', 'the keeper sleeps'), 'Archive', ['\\Flagged', '\\Seen'])
  await comesTo(() => subjects(account, 'keeper OR lighthouse'), ['One', 'Three', 'Two'])
  for (const [q, found] of [
    ['lighthouse is:unread', ['Two']],
    ['lighthouse -is:starred', ['One']],
    ['(lighthouse is:unread) OR (keeper is:starred)', ['Three', 'Two']],
    ['-(keeper OR is:unread)', []],
    ['is:starred in:archive', ['Three']],
    ['"lighthouse keeper"', ['One']],
    ['"keeper lighthouse"', []],
    ['lightho*', ['One', 'Two']],
    ['subject:two', ['Two']],
    ['subject:keeper', []],
    ['from:ann@sender.example -burns', ['One', 'Three']],
    ['from:sender.example subject:three', ['Three']],
    ['to:ann', []],
    ['label:urgent', ['One']],
    ['lighthouse -label:urgent', ['Two']],
    ['is:muted', []],
    ['larger:1M', []],
    ['smaller:1M newer_than:1d keeper', ['One', 'Three']],
    ['before:2020-01-01', []],
  ] as const) {
    expect(await subjects(account, q), q).toEqual(found)
  }
})

test('Flags that another client has just changed count in the next search', async () => {
  const account = await createAccount('blue')
  await append(account, mail('One', 'the lighthouse keeper'), 'INBOX')
  await append(account, mail('Two', 'the lighthouse burns'), 'Archive', ['\\Seen'])
  await comesTo(() => subjects(account, 'lighthouse'), ['One', 'Two'])
  const unread = () => subjects(account, 'lighthouse is:unread')
  expect(await unread()).toEqual(['One'])
  await withImap(account, async (client) => {
    for (let round = 0; round < 5; round++) {
      await client.mailboxOpen('INBOX')
      await client.messageFlagsAdd('1', ['\\Seen'])
      expect(await unread()).toEqual([])
      await client.messageFlagsRemove('1', ['\\Seen'])
      expect(await unread()).toEqual(['One'])
      await client.mailboxOpen('Archive')
      await client.messageFlagsRemove('1', ['\\Seen'])
      expect(await unread()).toEqual(['One', 'Two'])
      await client.messageFlagsAdd('1', ['\\Seen', '\\Flagged'])
      expect(await subjects(account, 'lighthouse is:starred is:read')).toEqual(['Two'])
      await client.messageFlagsRemove('1', ['\\Flagged'])
      expect(await subjects(account, 'lighthouse is:starred')).toEqual([])
    }
  })
})
