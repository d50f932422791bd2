import { expect, test } from 'vitest'
import { conversationLines } from '@/app/(mail)/_reader/delivery/conversation-lines'
import type { JourneyStep } from '@/lib/contract/delivery'

const step = (change: Partial<JourneyStep>): JourneyStep => ({
  kind: 'accepted',
  at: '2026-11-25T01:00:00.000Z',
  host: { id: 'blue', name: 'mx1.blue.example' },
  queueId: '4jZ',
  recipient: 'b@red.example',
  server: { name: 'mx1.red.example', address: '192.0.2.1', port: 25 },
  reply: '250 2.0.0 Ok: queued as X',
  tls: { trust: 'trusted', version: 'TLSv1.3', cipher: 'X' },
  seconds: null,
  answers: [],
  detail: '',
  ...change,
})
const said = (change: Partial<JourneyStep>) =>
  conversationLines(step(change), 'a@blue.example').map(
    ({ side, text, recorded }) => `${side === 'client' ? '>' : '<'} ${text || '...'}${recorded ? '' : ' ?'}`,
  )

test('an accepted message: the last words are known, and what the log names', () => {
  expect(said({})).toEqual([
    '< ... ?',
    '> EHLO mx1.blue.example ?',
    '< ... ?',
    '> STARTTLS',
    '< ... ?',
    '> MAIL FROM:<a@blue.example>',
    '< ... ?',
    '> RCPT TO:<b@red.example>',
    '< ... ?',
    '> DATA ?',
    '< ... ?',
    '> . ?',
    '< 250 2.0.0 Ok: queued as X',
  ])
})

test('a refusal ends it where it was said', () => {
  const reply = 'host mx1.red.example[192.0.2.1] said: 550 5.1.1 No (really) (in reply to RCPT TO command)'
  expect(said({ kind: 'bounced', reply, tls: null }).slice(-3)).toEqual([
    '< ... ?',
    '> RCPT TO:<b@red.example>',
    '< 550 5.1.1 No (really)',
  ])
  const greeting = 'host mx1.red.example[192.0.2.1] refused to talk to me: 421 busy'
  expect(said({ kind: 'waiting', reply: greeting })).toEqual(['< 421 busy'])
})

test('where nobody was spoken with there is none', () => {
  expect(said({ kind: 'waiting', reply: 'connect to x: Connection refused' })).toEqual([])
  expect(said({ kind: 'in-mailbox', server: { name: 'x', address: 'private/lmtp', port: null } })).toEqual([])
})
