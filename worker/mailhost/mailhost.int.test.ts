import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { createAccount } from '@/e2e/accounts'
import { logLine as line, logOfMessages } from '@/e2e/mail-log'
import { person } from '@/e2e/web-client'
import { db } from '@/lib/db/client'
import { noticeChannel } from '@/lib/db/notices'
import { env } from '@/lib/env'
import { dovecotLog, LogFollower, postfixLog } from '@/worker/mailhost/follow-log'

const eventually = (work: () => Promise<void>) =>
  expect.poll(() => work().then(() => true), { timeout: 20_000 }).toBe(true)

/** The log of a mail host of its own: nothing of the running world is in it. */
function ownLog() {
  const hostId = `test-${randomUUID().slice(0, 8)}`
  const path = join(mkdtempSync(join(tmpdir(), 'waypost-mailhost-')), 'mail.log')
  writeFileSync(path, '')
  return { hostId, path }
}

const countEvents = (hostId: string) => db().deliveryEvent.count({ where: { hostId } })

test('a message sent for real is followed to the other mail host and into the mailbox', async () => {
  const [sender, receiver] = [await person('blue'), await person('red')]
  const draft = { ...(await sender.newDraft()), to: [receiver.recipient], subject: 'Follow me', html: '<p>Hello</p>' }
  await sender.call('POST', '/api/send', { draft, saved: null })
  await eventually(async () => {
    const queued = await db().queuedMessage.findMany({
      where: { messageId: draft.messageId },
      orderBy: { hostId: 'asc' },
    })
    expect(queued.map(({ hostId, login, sender: from }) => [hostId, login, from])).toEqual([
      ['blue', sender.account.address, sender.account.address],
      ['red', null, sender.account.address],
    ])
    const [first] = queued
    const events = await db().deliveryEvent.findMany({
      where: { hostId: 'blue', queueId: first?.queueId ?? '' },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(['delivery', 'queued', 'received', 'removed', 'resolved'])
    expect(events.find(({ kind }) => kind === 'delivery')?.fact).toMatchObject({
      status: 'sent',
      relay: { name: 'mx1.redemailserver.com', port: 25 },
      tls: { version: 'TLSv1.3', trust: 'trusted' },
      reply: expect.stringContaining(queued[1]?.queueId ?? 'no second queue id'),
    })
  })
})

test('a follower that is stopped and started again doubles nothing and loses nothing', async () => {
  const { hostId, path } = ownLog()
  const first = new LogFollower(postfixLog(hostId, path))
  first.start()
  appendFileSync(path, line('qmgr[1]: 4jYxXk1DTLzmcq6: from=<a@b.example>, size=1, nrcpt=1 (queue active)'))
  await eventually(async () => expect(await countEvents(hostId)).toBe(1))
  await first.stop()
  appendFileSync(path, line('qmgr[1]: 4jYxXk1DTLzmcq6: removed'))
  const second = new LogFollower(postfixLog(hostId, path))
  second.start()
  await eventually(async () => expect(await countEvents(hostId)).toBe(2))
  await second.stop()
  const message = await db().queuedMessage.findUnique({
    where: { hostId_queueId: { hostId, queueId: '4jYxXk1DTLzmcq6' } },
  })
  expect(message).toMatchObject({ sender: 'a@b.example', leftAt: expect.any(Date) })
})

test('TLS told of before a restart still belongs to the delivery told of after it', async () => {
  const { hostId, path } = ownLog()
  const first = new LogFollower(postfixLog(hostId, path))
  first.start()
  appendFileSync(
    path,
    line(
      'smtp[77]: Verified TLS connection established to mx.b.example[192.0.2.1]:25: TLSv1.3 with cipher X (256/256 bits)',
    ) + line('qmgr[1]: 4jYxXk1DTLzmcq6: from=<a@b.example>, size=1, nrcpt=1 (queue active)'),
  )
  await eventually(async () => expect(await countEvents(hostId)).toBe(1))
  await first.stop()
  const second = new LogFollower(postfixLog(hostId, path))
  second.start()
  const sent = 'relay=mx.b.example[192.0.2.1]:25, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (250 ok)'
  appendFileSync(path, line(`smtp[77]: 4jYxXk1DTLzmcq6: to=<c@b.example>, ${sent}`))
  await eventually(async () => {
    const delivery = await db().deliveryEvent.findFirst({ where: { hostId, kind: 'delivery' } })
    expect(delivery?.fact).toMatchObject({ tls: { trust: 'verified' } })
  })
  await second.stop()
})

test('who sent a message is told as soon as the log of Dovecot says where it was filed', async () => {
  const { hostId, path } = ownLog()
  const { address } = await createAccount('blue')
  const messageId = `<${hostId}@b.example>`
  const stay = { hostId, queueId: '4jYxXk1DTLzmcq6', messageId, login: address, arrivedAt: new Date() }
  await db().queuedMessage.create({ data: stay })
  const heard: string[] = []
  const client = new Client({ connectionString: env.databaseUrl })
  client.on('notification', ({ payload = '' }) => heard.push(JSON.parse(payload).id))
  await client.connect()
  await client.query(`LISTEN ${noticeChannel}`)
  const follower = new LogFollower(dovecotLog(hostId, path))
  follower.start()
  const filed = (id: string) =>
    `2026-11-24 21:59:02.000001 lmtp(c@d.example)<1><s>: Info: sieve: msgid=${id}: stored mail into mailbox 'INBOX'\n`
  appendFileSync(path, filed('') + filed(messageId))
  await expect.poll(() => heard, { timeout: 20_000 }).toContain(messageId)
  await follower.stop()
  await client.end()
})

test('fifty thousand lines are all taken in', async () => {
  const { hostId, path } = ownLog()
  writeFileSync(path, logOfMessages(12_500))
  const follower = new LogFollower(postfixLog(hostId, path))
  const started = performance.now()
  follower.start()
  await expect.poll(() => countEvents(hostId), { timeout: 50_000 }).toBe(37_500)
  console.log(`50,000 lines of log taken in within ${((performance.now() - started) / 1000).toFixed(1)} s`)
  await follower.stop()
  expect(await db().queuedMessage.count({ where: { hostId } })).toBe(12_500)
})
