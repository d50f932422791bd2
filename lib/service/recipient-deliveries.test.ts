import { expect, test } from 'vitest'
import type { QueuedMessage, StoredEvent } from '@/lib/db/delivery'
import { triesOf } from '@/lib/service/delivery-facts'
import { type Known, recipientDeliveries } from '@/lib/service/recipient-deliveries'
import { summarize } from '@/lib/service/summarize-delivery'

const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 22, 0, second))

const stay = (queueId: string, login: string | null = null, hostId = 'blue'): QueuedMessage => ({
  hostId,
  queueId,
  login,
  sender: 'a@blue.example',
  messageId: '<m@blue.example>',
  arrivedAt: at(0),
})

let count = 0n
function event(queueId: string, kind: string, fact: object = {}, recipient = '', hostId = 'blue'): StoredEvent {
  count += 1n
  return { id: count, hostId, queueId, kind, recipient, at: at(Number(count % 60n)), fact }
}

function delivery(queueId: string, recipient: string, change: object, hostId = 'blue'): StoredEvent {
  const fact = {
    original: null,
    relay: { name: 'mx1.red.example', address: '192.0.2.1', port: 25 },
    delay: 1,
    delays: [0, 0, 0, 1],
    dsn: '2.0.0',
    status: 'sent',
    reply: '250 2.0.0 Ok',
    program: 'smtp',
    retryAfter: null,
    tls: null,
    tried: [],
    ...change,
  }
  return event(queueId, 'delivery', fact, recipient, hostId)
}

const knownOf = (stays: QueuedMessage[], events: StoredEvent[]): Known => ({
  stays,
  events,
  tries: triesOf(events),
  filings: [],
})

const deferred = { status: 'deferred', dsn: '4.4.1', reply: 'Connection timed out', retryAfter: 300 }

test('through a content filter the message has two queue ids on one host, and the second one tells how it goes', () => {
  const stays = [stay('FIRST11', 'a@blue.example'), stay('SECOND2')]
  const events = [
    delivery('FIRST11', 'b@red.example', { reply: '250 2.0.0 Ok: queued as SECOND2' }),
    delivery('SECOND2', 'b@red.example', deferred),
  ]
  const [one] = recipientDeliveries(stays.slice(0, 1), knownOf(stays, events))
  expect(one).toMatchObject({ recipient: 'b@red.example', state: 'waiting' })
})

test('handed in once, expanded to an alias, each target on a host of its own: the unluckiest is the state', () => {
  const stays = [stay('FIRST11', 'a@blue.example'), stay('REDONE1', null, 'red')]
  const original = 'team@blue.example'
  const events = [
    delivery('FIRST11', 'b@red.example', { original, reply: '250 2.0.0 Ok: queued as REDONE1' }),
    delivery('FIRST11', 'c@away.example', { original, ...deferred }),
    delivery('REDONE1', 'b@red.example', { program: 'lmtp' }, 'red'),
  ]
  const all = recipientDeliveries(stays.slice(0, 1), knownOf(stays, events))
  expect(all.map(({ recipient, state }) => `${recipient} ${state}`)).toEqual([`${original} waiting`])
})

test('a warning that it is late changes nothing: it still waits, until it is given up', () => {
  const root = stay('FIRST11', 'a@blue.example')
  const waiting = [
    delivery('FIRST11', 'b@red.example', deferred),
    event('FIRST11', 'notice', { notice: 'delay', queueId: 'NOTICE1' }),
  ]
  expect(summarize([root], knownOf([root], waiting))).toMatchObject({ state: 'waiting', count: 1, total: 1 })
  const given = [...waiting, event('FIRST11', 'expired'), event('FIRST11', 'removed')]
  expect(summarize([root], knownOf([root], given))?.state).toBe('expired')
})

test('who was not tried yet is on the way: the message is not delivered before all are', () => {
  const root = stay('FIRST11', 'a@blue.example')
  const events = [
    event('FIRST11', 'queued', { recipients: 2, size: 1 }),
    delivery('FIRST11', 'b@blue.example', { program: 'lmtp' }),
  ]
  expect(summarize([root], knownOf([root], events))).toMatchObject({ state: 'sending', count: 1, total: 2 })
  const done = [...events, event('FIRST11', 'removed')]
  expect(summarize([root], knownOf([root], done))).toMatchObject({ state: 'in-mailbox', count: 1, total: 1 })
})

test('an alias for two is in the mailbox once both are: the log tells of each by itself', () => {
  const root = stay('FIRST11', 'a@blue.example')
  const original = 'team@blue.example'
  const first = [
    event('FIRST11', 'queued', { recipients: 2, size: 1 }),
    delivery('FIRST11', 'b@blue.example', { original, program: 'lmtp' }),
  ]
  const states = (events: StoredEvent[]) =>
    recipientDeliveries([root], knownOf([root], events)).map(({ state }) => state)
  expect(states(first)).toEqual(['sending'])
  expect(summarize([root], knownOf([root], first))?.state).toBe('sending')
  expect(states([...first, delivery('FIRST11', 'c@blue.example', { original, ...deferred })])).toEqual(['waiting'])
  expect(states([...first, delivery('FIRST11', 'c@blue.example', { original, program: 'lmtp' })])).toEqual([
    'in-mailbox',
  ])
})

test('an alias for two at the other host is accepted there until both of its mailboxes have it', () => {
  const stays = [stay('FIRST11', 'a@blue.example'), stay('REDONE1', null, 'red')]
  const original = 'team@red.example'
  const first = [
    event('FIRST11', 'queued', { recipients: 1, size: 1 }),
    delivery('FIRST11', original, { reply: '250 2.0.0 Ok: queued as REDONE1' }),
    event('REDONE1', 'queued', { recipients: 2, size: 1 }, '', 'red'),
    delivery('REDONE1', 'b@red.example', { original, program: 'lmtp' }, 'red'),
  ]
  const told = (events: StoredEvent[]) => recipientDeliveries(stays.slice(0, 1), knownOf(stays, events))
  expect(told(first)).toMatchObject([{ recipient: original, state: 'accepted', folder: null }])
  const both = [...first, delivery('REDONE1', 'c@red.example', { original, program: 'lmtp' }, 'red')]
  expect(told(both)).toMatchObject([{ state: 'in-mailbox', deliveredTo: ['b@red.example', 'c@red.example'] }])
})

test('nothing is known of a message that our logs never had', () => {
  expect(summarize([], knownOf([], []))).toBeNull()
})
