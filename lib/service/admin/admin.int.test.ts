import { expect, test } from 'vitest'
import { ask, person } from '@/e2e/web-client'
import type { MessageSent } from '@/lib/contract/drafts'
import type { DeliveryLog, MailQueues, QueueEntry } from '@/lib/contract/queue'
import { db } from '@/lib/db/client'
import { findDeliveryLog } from '@/lib/db/delivery-log'

type Person = Awaited<ReturnType<typeof person>>

async function admin(host: 'blue' | 'red'): Promise<Person> {
  const who = await person(host)
  await db().account.update({ where: { address: who.account.address }, data: { admin: true } })
  return who
}

const away = () => `x-${Math.random().toString(36).slice(2)}@away.redemailserver.com`

async function send(sender: Person, to: string) {
  const draft = {
    ...(await sender.newDraft()),
    to: [{ name: '', address: to }],
    subject: 'Waits',
    html: '<p>Hello</p>',
  }
  await sender.call<MessageSent>('POST', '/api/send', { draft, saved: null })
  return draft.messageId
}

/** The message for this recipient as the admin sees it in the queue. */
async function entryOf(who: Person, to: string): Promise<(QueueEntry & { queue: string }) | undefined> {
  const { queues } = await who.call<MailQueues>('GET', '/api/admin/queue')
  const all = queues.flatMap(({ id, entries }) => entries.map((entry) => ({ ...entry, queue: id })))
  return all.find(({ recipients }) => recipients.some(({ address }) => address === to))
}

async function waiting(who: Person, to: string) {
  await expect.poll(async () => (await entryOf(who, to))?.state, { timeout: 20_000 }).toBe('deferred')
  return (await entryOf(who, to)) as QueueEntry & { queue: string }
}

test('a message that waits is held, released, tried again and deleted', async () => {
  const [boss, sender, to] = [await admin('blue'), await person('blue'), away()]
  await send(sender, to)
  const entry = await waiting(boss, to)
  expect(entry).toMatchObject({ queue: 'blue', sender: sender.account.address })
  expect(entry.recipients[0]?.reason).toContain('Connection refused')
  const change = (verb: string) =>
    boss.call('POST', '/api/admin/queue', { queue: 'blue', verb, queueIds: [entry.queueId] })
  const state = async () => (await entryOf(boss, to))?.state
  expect(await change('hold')).toEqual({ changed: 1 })
  expect(await state()).toBe('hold')
  expect(await change('release')).toEqual({ changed: 1 })
  expect(await state()).not.toBe('hold')
  await waiting(boss, to)
  expect(await change('retry')).toEqual({ changed: 1 })
  expect(await change('delete')).toEqual({ changed: 1 })
  expect(await state()).toBeUndefined()
  const { id } = await db().account.findUniqueOrThrow({ where: { address: boss.account.address } })
  const kept = await db().queueCommand.findMany({ where: { askedBy: id }, orderBy: { askedAt: 'asc' } })
  const verbs = kept.map(({ command }) => (command as { verb: string }).verb)
  expect(verbs).toEqual(['hold', 'release', 'retry', 'delete'])
})

test('the admin of another mail host sees nothing of it and changes nothing', async () => {
  const [boss, other, sender, to] = [await admin('blue'), await admin('red'), await person('blue'), away()]
  // red serves more than one domain here, so what concerns none of its admin's own is hidden too
  await send(sender, to)
  const { queueId } = await waiting(boss, to)
  expect(await entryOf(other, to)).toBeUndefined()
  const ask1 = { queue: 'blue', verb: 'delete', queueIds: [queueId] }
  expect((await ask('POST', '/api/admin/queue', { cookie: other.cookie, json: ask1 })).status).toBe(404)
  const ask2 = { ...ask1, queue: 'red' }
  expect((await ask('POST', '/api/admin/queue', { cookie: other.cookie, json: ask2 })).json).toMatchObject({
    code: 'not-in-queue',
  })
  const log = await other.call<DeliveryLog>('GET', `/api/admin/deliveries?q=${queueId}`)
  expect(log.rows).toEqual([])
  expect((await entryOf(boss, to))?.queueId).toBe(queueId)
})

test('an admin of one domain of several finds in the queue what own people handed in, and nothing of others', async () => {
  const name = 'second-domain-of-red.test'
  await db().domain.upsert({ where: { name }, create: { name, hostId: 'red' }, update: {} })
  const [boss, sender, to] = [await admin('red'), await person('red'), away()]
  await send(sender, to)
  const { queueId } = await waiting(boss, to)
  const find = async (q: string) => {
    const { queues } = await boss.call<MailQueues>('GET', `/api/admin/queue?q=${q}`)
    return queues.find(({ id }) => id === 'red')
  }
  expect(await find(to)).toMatchObject({ found: 1, entries: [{ queueId }] })
  await db().queuedMessage.updateMany({ where: { queueId }, data: { login: null } })
  for (const q of [to, queueId]) expect(await find(q)).toMatchObject({ found: 0, entries: [] })
})

test('who is no admin is refused', async () => {
  const { cookie } = await person('blue')
  const json = { queue: 'blue', verb: 'delete', queueIds: ['4jZ1mG5ZytzNRWB'] }
  expect((await ask('GET', '/api/admin/queue', { cookie })).status).toBe(403)
  expect((await ask('POST', '/api/admin/queue', { cookie, json })).status).toBe(403)
  expect((await ask('GET', '/api/admin/deliveries?q=', { cookie })).status).toBe(403)
})

test.each([
  'ALL',
  '-d',
  '4jZ1mG5ZytzNRWB -d ALL',
  '../x',
])('%j as a queue id is refused before anything is asked', async (id) => {
  const { cookie } = await admin('blue')
  const json = { queue: 'blue', verb: 'delete', queueIds: [id] }
  expect((await ask('POST', '/api/admin/queue', { cookie, json })).status).toBe(400)
})

test('the log is found by address, a part of it, Message-ID, queue id and time, page by page', async () => {
  const [boss, sender, to] = [await admin('blue'), await person('blue'), away()]
  const messageId = await send(sender, to)
  const { queueId } = await waiting(boss, to)
  const find = (query: Record<string, string>) =>
    boss.call<DeliveryLog>('GET', `/api/admin/deliveries?${new URLSearchParams(query)}`)
  await expect.poll(async () => (await find({ q: to })).rows.length, { timeout: 10_000 }).toBeGreaterThan(0)
  for (const q of [
    to,
    to.split('@')[0] ?? '',
    sender.account.address,
    messageId,
    messageId.replace(/[<>]/g, ''),
    queueId,
  ]) {
    const { rows } = await find({ q })
    expect(rows.at(-1), q).toMatchObject({
      outcome: 'waiting',
      recipient: to,
      sender: sender.account.address,
      queueId,
      messageId,
    })
  }
  expect((await find({ q: to, to: new Date(Date.now() - 3_600_000).toISOString() })).rows).toEqual([])
  expect((await find({ q: to, from: new Date(Date.now() - 3_600_000).toISOString() })).rows).not.toEqual([])
  expect((await find({ q: '%' })).rows).toEqual([])
  const first = await find({ q: '' })
  if (first.more) {
    const older = await find({ q: '', before: first.rows.at(-1)?.id ?? '' })
    expect(older.rows.some(({ id }) => first.rows.some((row) => row.id === id))).toBe(false)
  }
})

test('the log of one domain of several has nothing of mail that only claims to come from it', async () => {
  const [{ address }, to] = [(await admin('red')).account, away()]
  const [hostId, queueId] = ['red', `T${Math.random().toString(36).slice(2)}`]
  await db().queuedMessage.create({ data: { hostId, queueId, sender: address, arrivedAt: new Date() } })
  await db().deliveryEvent.create({ data: { hostId, queueId, kind: 'held', recipient: to, at: new Date(), fact: {} } })
  const search = { words: queueId, from: null, to: null, before: null, limit: 5 }
  const rows = () => findDeliveryLog({ ...search, hosts: [hostId], domain: 'redemailserver.com' })
  expect(await rows()).toEqual([])
  await db().queuedMessage.updateMany({ where: { queueId }, data: { login: address } })
  expect((await rows()).map(({ recipient }) => recipient)).toEqual([to])
})
