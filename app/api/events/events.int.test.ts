import { request } from 'node:http'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { append, withImap } from '@/e2e/deliver'
import { ask, cookieOf, person } from '@/e2e/web-client'
import type { LiveEvent } from '@/lib/contract/events'
import type { SessionList } from '@/lib/contract/session'
import { env } from '@/lib/env'

const mail = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nx\r\n'

/** The events of an account as a browser gets them, until the stream ends. */
async function* eventsOf(cookie: string): AsyncGenerator<LiveEvent> {
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    const { hostname, port } = new URL(env.publicUrl)
    request({ hostname, port, path: '/api/events', headers: { cookie } }, resolve).on('error', reject).end()
  })
  try {
    for await (const line of createInterface(response)) {
      if (line.startsWith('data: ')) yield JSON.parse(line.slice(6)) as LiveEvent
    }
  } finally {
    response.destroy()
  }
}

async function next(events: AsyncGenerator<LiveEvent>, wanted: LiveEvent['type']): Promise<LiveEvent | undefined> {
  for (;;) {
    const { value, done } = await events.next()
    if (done || value.type === wanted) return done ? undefined : value
  }
}

describe('the event stream', () => {
  test('tells of an arrival with the counts of its mailbox', async () => {
    const { account, cookie } = await person('blue')
    const events = eventsOf(cookie)
    await next(events, 'ready')
    await append(account, mail)
    expect(await next(events, 'mailboxes')).toEqual({
      type: 'mailboxes',
      changes: [{ mailbox: 'inbox', arrived: true, total: 1, unread: 1 }],
    })
    await events.return(undefined)
  })

  test('tells every browser of changed preferences', async () => {
    const { cookie, call } = await person('blue')
    const events = eventsOf(cookie)
    await next(events, 'ready')
    await call('PUT', '/api/preferences', { sound: true })
    expect(await next(events, 'preferences')).toEqual({ type: 'preferences' })
    await events.return(undefined)
  })

  test('ends at once when its session is revoked, and no other does', async () => {
    const { account, cookie, call } = await person('blue')
    const other = await cookieOf(account)
    const [revoked, kept] = [eventsOf(other), eventsOf(cookie)]
    await Promise.all([next(revoked, 'ready'), next(kept, 'ready')])
    const { sessions } = await call<SessionList>('GET', '/api/sessions')
    const started = performance.now()
    await ask('DELETE', `/api/sessions/${sessions.find(({ current }) => !current)?.id}`, { cookie })
    expect(await next(revoked, 'signed-out')).toEqual({ type: 'signed-out' })
    expect((await revoked.next()).done).toBe(true)
    // The heartbeat would find out as well, after 15 seconds.
    expect(performance.now() - started).toBeLessThan(5_000)
    await append(account, mail)
    expect(await next(kept, 'mailboxes')).toMatchObject({ changes: [{ mailbox: 'inbox' }] })
    await kept.return(undefined)
  })

  test('says a storm of arrivals in a few events', async () => {
    const { account, cookie } = await person('blue')
    const events = eventsOf(cookie)
    await next(events, 'ready')
    await withImap(account, async (client) => {
      for (let one = 0; one < 40; one++) await client.append('INBOX', mail)
    })
    let told = 0
    for (let total = 0; total < 40; told += 1) {
      const event = await next(events, 'mailboxes')
      if (event?.type === 'mailboxes') total = event.changes[0]?.total ?? 0
    }
    expect(told).toBeLessThan(20)
    await events.return(undefined)
  })
})
