import { expect, test } from 'vitest'
import type { QueuedMessage, StoredEvent } from '@/lib/db/delivery'
import { triesOf } from '@/lib/service/delivery-facts'
import type { Known } from '@/lib/service/recipient-deliveries'
import { sentChain } from '@/lib/service/sent-chain'

const names = new Map([
  ['blue', 'mx1.blue.example'],
  ['red', 'mx1.red.example'],
])
const arrivedAt = new Date(0)

const stay = (hostId: string, queueId: string, login: string | null = null): QueuedMessage => ({
  hostId,
  queueId,
  login,
  sender: '',
  messageId: '<m@blue.example>',
  arrivedAt,
})

function delivery(hostId: string, queueId: string, recipient: string, change: object): StoredEvent {
  const fact = {
    original: null,
    relay: { name: 'mx1.red.example', address: '192.0.2.1', port: 25 },
    delay: 1,
    delays: [0, 0, 0, 1],
    dsn: '2.0.0',
    status: 'sent',
    reply: '',
    program: 'smtp',
    retryAfter: null,
    tls: null,
    tried: [],
    ...change,
  }
  return { id: 1n, hostId, queueId, kind: 'delivery', recipient, at: arrivedAt, fact }
}

const filing = (user: string, session: string) => ({
  user,
  session,
  hostId: 'red',
  at: arrivedAt,
  messageId: '<m@blue.example>',
  action: 'stored',
  target: 'INBOX',
})

const root = stay('blue', 'MINE111', 'a@blue.example')
const stays = [root, stay('red', 'MINE222'), stay('blue', 'OTHER11', 'v@blue.example'), stay('red', 'OTHER22')]
const others = [
  delivery('blue', 'OTHER11', 'bcc@red.example', { reply: '250 2.0.0 Ok: queued as OTHER22' }),
  delivery('red', 'OTHER22', 'bcc@red.example', { program: 'lmtp', reply: '250 2.0.0 <bcc> session2 Saved' }),
]
const knownOf = (events: StoredEvent[]): Known => ({
  stays,
  events,
  tries: triesOf(events),
  filings: [filing('b@red.example', 'session1'), filing('bcc@red.example', 'session2')],
})

test('a sender sees the way of the own message, and nothing of another with the same Message-ID', () => {
  const own = [
    delivery('blue', 'MINE111', 'b@red.example', { reply: '250 2.0.0 Ok: queued as MINE222' }),
    delivery('red', 'MINE222', 'b@red.example', { program: 'lmtp', reply: '250 2.0.0 <b> session1 Saved' }),
  ]
  const seen = sentChain([root], knownOf([...own, ...others]), names)
  expect(seen.events).toEqual(own)
  expect(seen.stays.map(({ queueId }) => queueId)).toEqual(['MINE111', 'MINE222'])
  expect(seen.filings.map(({ user }) => user)).toEqual(['b@red.example'])
})

test('a server that is not ours leads nowhere, whatever queue id it answers with', () => {
  const relay = { name: 'mx.stranger.example', address: '192.0.2.9', port: 25 }
  const lie = delivery('blue', 'MINE111', 'x@stranger.example', { relay, reply: '250 Ok: queued as OTHER22' })
  expect(sentChain([root], knownOf([lie, ...others]), names).events).toEqual([lie])
})
