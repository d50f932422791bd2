import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { MailError } from '@/lib/mail/errors'
import type { ImapConnection, ImapTarget } from '@/lib/mail/imap/connection'
import { ConnectionPool } from '@/lib/mail/imap/pool'

/** As much of a connection as the pool looks at. */
class Line extends EventEmitter {
  usable = true
  mailbox = false
  close() {
    this.usable = false
    this.emit('close')
  }
  async logout() {
    this.close()
  }
}

function poolOf(idleLimit: number) {
  const opened: Line[] = []
  const open = async () => {
    const line = new Line()
    opened.push(line)
    return line as unknown as ImapConnection
  }
  const pool = new ConnectionPool({ open, begin: async () => {}, idleLimit })
  const use = (address: string) => pool.lend({ address } as ImapTarget, null, async () => address)
  return { opened, pool, use }
}

test('a free connection serves the next loan of its account', async () => {
  const { opened, use } = poolOf(2)
  expect(await use('a')).toBe('a')
  expect(await use('a')).toBe('a')
  expect(opened).toHaveLength(1)
})

test('past the limit of idle connections the one free for longest is ended', async () => {
  const { opened, use } = poolOf(2)
  for (const address of ['a', 'b', 'a', 'c']) await use(address)
  expect(opened.map(({ usable }) => usable)).toEqual([true, false, true])
  await use('b')
  expect(opened).toHaveLength(4)
  expect(opened.filter(({ usable }) => usable)).toHaveLength(2)
})

test('a connection at work is never ended for the limit', async () => {
  const { opened, pool, use } = poolOf(1)
  await pool.lend({ address: 'a' } as ImapTarget, null, async () => {
    for (const address of ['b', 'c', 'd']) await use(address)
    expect(opened[0]?.usable).toBe(true)
  })
  expect(opened.filter(({ usable }) => usable)).toEqual([opened[0]])
})

const inTurn =
  (pool: ConnectionPool) =>
  (path: string, exists: number, work: () => Promise<unknown> = async () => {}) =>
    pool.lend({ address: 'a' } as ImapTarget, path, async (connection) => {
      Object.assign(connection, { mailbox: { path, exists } })
      await work()
    })
const mailboxesOf = (opened: Line[]) => opened.map(({ mailbox }) => (mailbox as unknown as { path: string }).path)

test('a view is left for another mailbox only when no other connection is free', async () => {
  const { opened, pool } = poolOf(4)
  const lend = inTurn(pool)
  await lend('virtual/All', 60, () => lend('INBOX', 60))
  await lend('Sent', 3)
  await lend('Archive', 3)
  expect(mailboxesOf(opened)).toEqual(['virtual/All', 'Archive'])
})

test('beside a large view a connection is opened for other mailboxes, instead of a small one it is left', async () => {
  const large = poolOf(4)
  for (const path of ['virtual/All', 'INBOX', 'virtual/All', 'Sent']) await inTurn(large.pool)(path, 100_000)
  expect(mailboxesOf(large.opened)).toEqual(['virtual/All', 'Sent'])
  const small = poolOf(4)
  for (const path of ['virtual/All', 'INBOX', 'virtual/All', 'Sent']) await inTurn(small.pool)(path, 60)
  expect(mailboxesOf(small.opened)).toEqual(['Sent'])
})

/** A pool whose first connections take `begin` to make the mailboxes. */
function poolThatBegins(begin: () => Promise<void>) {
  const opened: Line[] = []
  const open = async () => {
    const line = new Line()
    opened.push(line)
    return line as unknown as ImapConnection
  }
  return { opened, pool: new ConnectionPool({ open, begin }) }
}

test("an address's first connection makes the mailboxes before a second is opened", async () => {
  const order: string[] = []
  const { opened, pool } = poolThatBegins(async () => {
    await new Promise((later) => setImmediate(later))
    order.push(`made over ${opened.length}`)
  })
  let mayEnd = () => {}
  const end = new Promise<void>((resolve) => {
    mayEnd = resolve
  })
  const lend = () =>
    pool.lend({ address: 'a' } as ImapTarget, null, async () => {
      order.push('lent')
      if (order.length === 4) mayEnd()
      await end
    })
  await Promise.all([lend(), pool.begin({ address: 'a' } as ImapTarget), lend(), lend()])
  expect(order).toEqual(['made over 1', 'lent', 'lent', 'lent'])
})

test('who waited for a first connection that cannot be had is told so, and the next is the first', async () => {
  let up = false
  const { opened, pool } = poolThatBegins(async () => {
    if (!up) throw new MailError('imap-refused', 'no')
  })
  const use = () => pool.lend({ address: 'a' } as ImapTarget, null, async () => 'done')
  const refused = await Promise.allSettled([use(), use()])
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(opened).toHaveLength(1)
  up = true
  expect(await use()).toBe('done')
})

test('a first connection that is lost while it makes the mailboxes is opened once more', async () => {
  let fails = 1
  const { opened, pool } = poolThatBegins(async () => {
    if (fails-- > 0) throw new MailError('imap-unavailable', 'lost')
  })
  expect(await pool.lend({ address: 'a' } as ImapTarget, null, async () => 'done')).toBe('done')
  expect(opened.map(({ usable }) => usable)).toEqual([false, true])
})
