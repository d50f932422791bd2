import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask, cookieOf } from '@/e2e/web-client'
import type { Delivery, RecipientDelivery } from '@/lib/contract/delivery'
import type { DraftStarted, MessageSent } from '@/lib/contract/drafts'
import { type FaultName, faultNames } from '@/lib/contract/faults'
import type { Preferences } from '@/lib/contract/preferences'
import { db } from '@/lib/db/client'

// The whole mail system breaks here, so this runs when no other test does (CONTRIBUTING.md).

const jsmith = 'jsmith@redemailserver.com'
let cookie = ''
let undo: Preferences['undoSeconds'] = 0

async function call<T>(method: string, path: string, json?: unknown): Promise<T> {
  const answer = await ask(method, path, { cookie, json })
  if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.bytes}`)
  return answer.json as T
}

const switchFault = (name: FaultName, on: boolean) => call('PUT', '/api/demo/faults', { name, on })

/** Brian writes to jsmith; gives how it stands with that message. */
async function write() {
  const { draft } = await call<DraftStarted>('POST', '/api/drafts/start', { kind: 'new' })
  const full = { ...draft, to: [{ name: '', address: jsmith }], subject: 'In bad weather', html: '<p>Hello</p>' }
  const { copy } = await call<MessageSent>('POST', '/api/send', { draft: full, saved: null })
  const path = `/api/messages/${copy?.mailbox}/${copy?.id}/delivery`
  return async () => (await call<Delivery>('GET', path)).recipients[0]
}

const becomes = (now: () => Promise<RecipientDelivery | undefined>, state: string, timeout = 40_000) =>
  expect.poll(async () => (await now())?.state, { timeout, interval: 200 }).toBe(state)

/** Until the worker has made the fault: a delivery says so. */
async function broken(name: FaultName, state: string) {
  await switchFault(name, true)
  const seen = async () => {
    const now = await write()
    await expect
      .poll(async () => (await now())?.state, { timeout: 30_000, interval: 200 })
      .toMatch(/waiting|bounced|mailbox/)
    return { now, state: (await now())?.state }
  }
  let last = await seen()
  for (let i = 0; i < 5 && last.state !== state; i++) last = await seen()
  expect(last.state).toBe(state)
  return last.now
}

beforeAll(async () => {
  cookie = await cookieOf({ address: 'brian@blueemailserver.com', password: 'demo', host: 'blue', displayName: '' })
  undo = (await call<Preferences>('GET', '/api/preferences')).undoSeconds
  await call('PUT', '/api/preferences', { undoSeconds: 0 })
})

afterAll(() => call('PUT', '/api/preferences', { undoSeconds: undo }))

afterEach(async () => {
  for (const name of faultNames) await switchFault(name, false)
})

const waits: [name: FaultName, reply: RegExp][] = [
  ['red-down', /Connection refused/],
  ['first-mx-down', /Connection refused/],
  ['dns-down', /Name service error|Host or domain name not found/],
  ['refused-for-now', /451 4\.3\.2 .*busy/],
]

test.each(waits)('%s: the message waits and says why; healed, it arrives', async (name, reply) => {
  const now = await broken(name, 'waiting')
  expect(await now()).toMatchObject({ reply: expect.stringMatching(reply) })
  await switchFault(name, false)
  await becomes(now, 'in-mailbox')
})

test('greylisting: refused at first, taken when it comes again', async () => {
  const now = await broken('greylisting', 'waiting')
  expect((await now())?.reply).toMatch(/450 4\.2\.0 .*Greylisted/)
  await becomes(now, 'in-mailbox')
  await switchFault('greylisting', false)
})

test('refused: it comes back at once; healed, the next one arrives', async () => {
  const now = await broken('refused', 'bounced')
  expect(await now()).toMatchObject({ dsn: '5.7.1', reply: expect.stringContaining('550 5.7.1') })
  await switchFault('refused', false)
  await becomes(await write(), 'in-mailbox')
})

test('full mailbox: it comes back; healed, there is as much room as before', async () => {
  const room = async () => (await db().account.findUniqueOrThrow({ where: { address: jsmith } })).quotaBytes
  const before = await room()
  const now = await broken('full-mailbox', 'bounced')
  expect(await now()).toMatchObject({ dsn: '5.2.2', reply: expect.stringContaining('Mailbox is full') })
  await switchFault('full-mailbox', false)
  expect(await room()).toBe(before)
  await becomes(await write(), 'in-mailbox')
})

test('slow: it is on its way for a while, and arrives', async () => {
  await switchFault('slow', true)
  const now = await write()
  await becomes(now, 'in-mailbox')
  expect((await now())?.tries).toBe(1)
})
