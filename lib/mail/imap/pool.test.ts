import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
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
  const pool = new ConnectionPool({ open, idleLimit })
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
