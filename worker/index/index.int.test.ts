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
async function comesTo<T>(ask: () => Promise<T>, expected: T): Promise<void> {
  const until = Date.now() + patience
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

test('Words and flags are answered together', async () => {
  const account = await createAccount('blue')
  await append(account, mail('One', 'the lighthouse keeper'), 'INBOX', ['\\Seen'])
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
    ['larger:1M', []],
    ['smaller:1M newer_than:1d keeper', ['One', 'Three']],
    ['before:2020-01-01', []],
  ] as const) {
    expect(await subjects(account, q), q).toEqual(found)
  }
})
