import type { ImapFlow } from 'imapflow'
import { expect, it } from 'vitest'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { withImap } from '@/e2e/deliver'
import { signMailToken } from '@/lib/auth/mail-token'
import type { MailAccount } from '@/lib/auth/signed-in'
import { findMailAccount } from '@/lib/db/accounts'
import { dropConversations, keptMark } from '@/lib/db/kept-conversations'
import { wordIndex } from '@/lib/db/word-index/pool'
import { mailboxStates } from '@/lib/mail/imap/account-state'
import { execute, isList, textOf } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { listThreads } from '@/lib/service/list-threads'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { sourceOf } from '@/lib/service/thread-list'
import { withIndex } from '@/lib/service/with-index'
import { appendAll } from '@/scripts/seed/append'
import { corpus } from '@/scripts/seed/corpus'
import { Random } from '@/scripts/seed/random'
import { threadsDueIn } from '@/worker/index/keep-threads'

const view = 'virtual/All'
const folders = ['INBOX', 'Archive', 'Sent', 'Projects/One', 'Trash', 'Spam', 'Drafts']
const atom = (value: string) => ({ type: 'ATOM', value })

type Token = Parameters<typeof textOf>[0]
const uidsIn = (token: Token): number[] => (isList(token) ? token.flatMap(uidsIn) : [Number(textOf(token))])

/** Conversations as texts of where their messages are, and all messages by arrival, so that two of them can be compared. */
type Written = { conversations: string[]; order: string[] }
const written = (conversations: Iterable<string[]>, order: string[]): Written => ({
  conversations: [...conversations].map((places) => places.sort().join(' ')).sort(),
  order,
})

/** What the server itself says of everything, asked by another client and read by imapflow. */
async function expected(client: ImapFlow): Promise<Written> {
  const { exists } = await client.mailboxOpen(view, { readOnly: true })
  let lists: number[][] = []
  await execute(client, 'UID THREAD', [atom('REFS'), atom('UTF-8'), atom('ALL')], {
    THREAD: async ({ attributes = [] }) => {
      lists = attributes.map(uidsIn)
    },
  })
  const asked = ['UID', 'INTERNALDATE', 'X-MAILBOX', 'X-REAL-UID']
  const items = exists === 0 ? [] : await fetchItems(client, '1:*', asked, 'uid')
  // A session that stays in the view is ended when folders change.
  await client.mailboxClose()
  const places = new Map(items.map(({ uid, realMailbox, realUid }) => [uid, `${realMailbox}/${realUid}`]))
  const placeOf = (uid: number) => places.get(uid) ?? `${uid} is nowhere`
  const byArrival = items.toSorted((a, b) => Number(a.arrival) - Number(b.arrival) || a.uid - b.uid)
  return written(
    lists.map((uids) => uids.map(placeOf)),
    byArrival.map(({ uid }) => placeOf(uid)),
  )
}

async function ours(account: MailAccount): Promise<Written> {
  const source = await sourceOf(account, await mailboxById(account, 'inbox'))
  // Dovecot tells a session of the first change in a mailbox of the view at its second look (decision 0010).
  await withIndex(account, source, async () => {})
  return withIndex(account, source, async (_, index) => {
    const placeOf = (message: number) => `${index.placeOf(message).path}/${index.placeOf(message).uid}`
    const { order } = index.columns
    const conversations = Map.groupBy(order, (message) => index.threadOf(message))
    return written(
      [...conversations.values()].map((messages) => messages.map(placeOf)),
      Array.from(order, placeOf),
    )
  })
}

/** A message that answers others as programs do: with References, with In-Reply-To alone, with a subject, with nothing. */
class Writer {
  readonly #random: Random
  readonly #ids: string[] = []
  #count = 0

  constructor(random: Random) {
    this.#random = random
  }

  next(): Buffer {
    const random = this.#random
    const known = () => (this.#ids.length > 0 ? random.pick(this.#ids) : '<nobody@test>')
    const fresh = `<${++this.#count}.${random.between(0, 1e9)}@test>`
    // Some answer messages that have not arrived, or never will; some repeat a Message-ID, or have none.
    const id = random.chance(0.08) ? known() : fresh
    if (random.chance(0.5)) this.#ids.push(id)
    else this.#ids.push(id, `<later${this.#count}@test>`)
    const later = random.chance(0.1) ? `<later${random.between(1, this.#count)}@test>` : null
    const headers = [`From: p${random.between(1, 5)}@example.net`, `Subject: Topic ${random.between(1, 6)}`]
    if (!random.chance(0.05)) headers.push(`Message-ID: ${later ?? id}`)
    const kind = random.between(0, 4)
    if (kind === 1) headers.push(`In-Reply-To: ${known()}`)
    if (kind >= 2) headers.push(`References: ${Array.from({ length: random.between(1, 4) }, known).join('\r\n ')}`)
    if (kind === 3) headers.push(`In-Reply-To: ${known()}`)
    return Buffer.from(`${headers.join('\r\n')}\r\n\r\ntext\r\n`)
  }
}

const arrival = (random: Random) => new Date(Date.UTC(2026, random.between(0, 9), random.between(1, 28), 12))

/** What another client does, one step at a time. Each gives its own words for a failing test to show. */
const steps: ((client: ImapFlow, random: Random, writer: Writer) => Promise<string>)[] = [
  async (client, random, writer) => {
    const folder = random.pick(folders)
    const count = random.between(1, 4)
    for (let one = 0; one < count; one++) await client.append(folder, writer.next(), [], arrival(random))
    return `${count} arrive in ${folder}`
  },
  async (client, random) => {
    const [from, to] = [random.pick(folders), random.pick(folders)]
    return onSome(client, random, from, async (range) => {
      if (from !== to) await client.messageMove(range, to)
      return `${range} move from ${from} to ${to}`
    })
  },
  async (client, random) => {
    const [from, to] = [random.pick(folders), random.pick(folders)]
    return onSome(client, random, from, async (range) => {
      await client.messageCopy(range, to)
      return `${range} are copied from ${from} to ${to}`
    })
  },
  async (client, random) => {
    const folder = random.pick(folders)
    return onSome(client, random, folder, async (range) => {
      await client.messageFlagsAdd(range, [random.pick(['\\Seen', '\\Flagged', 'Work'])])
      return `${range} in ${folder} are flagged`
    })
  },
  async (client, random) => {
    // The view learns of a folder made, renamed or removed elsewhere.
    const folder = `Made ${random.between(1, 3)}`
    const path = `${folder}/Inner ä`
    const there = (await client.list()).map((one) => one.path)
    if (!there.includes(path)) {
      await client.mailboxCreate(path)
      return onSome(client, random, random.pick(folders), async (range) => {
        await client.messageCopy(range, path)
        return `${range} are copied to ${path}, made for it`
      })
    }
    if (random.chance(0.5)) await client.mailboxDelete(path)
    else await client.mailboxRename(path, `Renamed ${random.between(0, 1e9)}`)
    return `${path} is renamed or removed`
  },
  async (client, random) => {
    const folder = random.pick(folders)
    return onSome(client, random, folder, async (range) => {
      await client.messageDelete(range)
      return `${range} are removed from ${folder}`
    })
  },
]

async function onSome(client: ImapFlow, random: Random, folder: string, work: (range: string) => Promise<string>) {
  const { exists } = await client.mailboxOpen(folder)
  if (exists === 0) return `${folder} is empty`
  const first = random.between(1, exists)
  return work(`${first}:${Math.min(exists, first + random.between(0, 3))}`)
}

async function fresh(): Promise<{ test: TestAccount; account: MailAccount }> {
  const test = await createAccount('blue', 'property')
  const account = await findMailAccount(test.address)
  if (account === null) throw new Error('the account was not made')
  return { test, account }
}

/** Steps at random, and after each the comparison; a row that is still there keeps its name. */
async function follow(test: TestAccount, account: MailAccount, seed: string, count: number) {
  const random = new Random(seed)
  const writer = new Writer(random)
  await withImap(test, async (client) => {
    await client.mailboxCreate('Projects/One')
    for (let step = 1; step <= count; step++) {
      const act = random.chance(0.4) ? steps[0] : random.pick(steps)
      const what = await act?.(client, random, writer)
      expect(await ours(account), `seed ${seed}, step ${step}: ${what}`).toEqual(await expected(client))
    }
  })
}

it.each([
  'one',
  'two',
  'three',
])('conversations equal the server’s while another client changes all (%s)', async (seed) => {
  const { test, account } = await fresh()
  await follow(test, account, seed, 80)
})

async function fill(account: MailAccount, count: number) {
  const { address, host } = account
  const target = { host: host.imapAddress, serverName: host.hostname, address, mailbox: 'INBOX' }
  await appendAll({ ...target, token: await signMailToken(account) }, corpus(address, count, 'threads'), () => {})
}

it('conversations of 5,000 messages equal the server’s, and again after each change', {
  timeout: 180_000,
}, async () => {
  const { test, account } = await fresh()
  await fill(account, 5_000)
  await withImap(test, async (client) => {
    expect(await ours(account)).toEqual(await expected(client))
  })
  await follow(test, account, 'large', 25)
})

const isLinked = async (account: MailAccount) => {
  const source = await sourceOf(account, await mailboxById(account, 'inbox'))
  return withIndex(account, source, async (_, index) => index.columns.links !== null)
}

it('thousands that move at once, and go on moving, are where the server has them', { timeout: 180_000 }, async () => {
  const { test, account } = await fresh()
  await fill(account, 5_000)
  await expect.poll(() => isLinked(account), { timeout: 60_000, interval: 200 }).toBe(true)
  await withImap(test, async (client) => {
    await client.mailboxOpen('INBOX')
    const everyThird = Array.from({ length: 1_500 }, (_, at) => 1 + 3 * at)
    await client.messageMove(everyThird.join(','), 'Archive')
    expect(await ours(account)).toEqual(await expected(client))
    // worked in, not threaded anew: so many would have no links yet
    expect(await isLinked(account)).toBe(true)
    await client.mailboxOpen('INBOX')
    let moving = true
    const looked = (async () => {
      let looks = 0
      for (; moving; looks++) await isLinked(account)
      return looks
    })()
    for (let part = 0; part < 12; part++) await client.messageMove('1:200', part % 2 === 0 ? 'Archive' : 'Sent')
    moving = false
    expect(await looked).toBeGreaterThan(0)
    expect(await ours(account)).toEqual(await expected(client))
  })
})

it('who begins goes on from the conversations the worker wrote down, whatever happened since', {
  timeout: 180_000,
}, async () => {
  const { test, account } = await fresh()
  await fill(account, 2_500)
  await expect.poll(() => keptMark(account.accountId), { timeout: 60_000, interval: 200 }).not.toBeNull()
  const random = new Random('written')
  const writer = new Writer(random)
  await withImap(test, async (client) => {
    for (let one = 0; one < 20; one++) await client.append('Archive', writer.next(), [], arrival(random))
    await client.mailboxOpen('INBOX')
    await client.messageMove('100:130', 'Trash')
    await client.messageMove('1000:1010', 'Archive')
    const before = await expected(client)
    const source = await sourceOf(account, await mailboxById(account, 'inbox'))
    // threaded anew, so many messages would have no links yet
    const links = await withIndex(account, source, async (_, index) => index.columns.links)
    expect(links).not.toBeNull()
    expect(await ours(account)).toEqual(before)
  })
})

it('conversations are written down again once much has changed, and not before they rested', {
  timeout: 180_000,
}, async () => {
  const { test, account } = await fresh()
  await fill(account, 2_500)
  const dueIn = async () =>
    withImap(test, async (client) => threadsDueIn(account.accountId, await mailboxStates(client)))
  const writtenAt = (at: string) =>
    wordIndex().query(`UPDATE kept_conversations SET written_at = ${at} WHERE account_id = $1`, [account.accountId])
  const uidNext = async () => (await keptMark(account.accountId))?.uidNext ?? 0
  await expect.poll(dueIn, { timeout: 60_000, interval: 200 }).toBeNull()
  // what was written while it filled is near enough: once more from nothing, so that it holds all
  await dropConversations(account.accountId)
  await withImap(test, (client) => client.append('INBOX', 'Subject: One more\r\n\r\nx\r\n'))
  await expect.poll(uidNext, { timeout: 60_000, interval: 200 }).toBeGreaterThan(2_500)
  const written = await uidNext()
  await withImap(test, async (client) => {
    await client.mailboxOpen('INBOX')
    // however slow the machine: they rest until this is over
    await writtenAt("now() + interval '30 seconds'")
    await client.messageMove('1:300', 'Archive')
    const due = await dueIn()
    expect(due).toBeGreaterThan(0)
    expect(due).toBeLessThanOrEqual(45_000)
    expect(await uidNext()).toBe(written)
    await writtenAt("now() - interval '1 minute'")
    await client.append('INBOX', 'Subject: News\r\n\r\nx\r\n')
  })
  await expect.poll(uidNext, { timeout: 30_000, interval: 200 }).toBeGreaterThanOrEqual(written + 300)
})

it('rows keep their names while answers arrive and other messages leave', async () => {
  const { account, test } = await fresh()
  const random = new Random('names')
  const names = new Map<string, string>()
  await withImap(test, async (client) => {
    const ids: string[] = []
    for (let step = 0; step < 40; step++) {
      const answers = step < 10 ? null : random.pick(ids.slice(0, 10))
      ids.push(`<n${step}@test>`)
      const reference = answers === null ? '' : `References: ${answers}\r\n`
      const raw = `From: a@example.net\r\nSubject: ${answers ?? ids.at(-1)}\r\nMessage-ID: <n${step}@test>\r\n${reference}\r\nx\r\n`
      await client.append('INBOX', Buffer.from(raw), [], new Date(Date.UTC(2026, 0, 1, 0, step)))
      const { rows } = await listThreads(account, { mailbox: 'inbox', mode: 'threads', offset: 0, limit: 50 })
      for (const { subject, ref } of rows) {
        expect(names.get(subject) ?? ref.id).toBe(ref.id)
        names.set(subject, ref.id)
      }
      expect(rows).toHaveLength(Math.min(step + 1, 10))
    }
  })
})
