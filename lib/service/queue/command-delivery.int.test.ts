import { expect, test } from 'vitest'
import { ask, person } from '@/e2e/web-client'
import type { Delivery } from '@/lib/contract/delivery'
import type { MessageSent } from '@/lib/contract/drafts'
import type { ThreadWindow } from '@/lib/contract/threads'
import { db } from '@/lib/db/client'

type Person = Awaited<ReturnType<typeof person>>

const away = () => `x-${Math.random().toString(36).slice(2)}@away.redemailserver.com`

/** A message that waits: nothing listens where its recipients' mail should go. */
async function waitingMessage(to: string[], more: string[] = []) {
  const sender = await person('blue')
  const draft = {
    ...(await sender.newDraft()),
    to: [...to, ...more].map((address) => ({ name: '', address })),
    subject: 'Waits',
    html: '<p>Hello</p>',
  }
  const { copy } = await sender.call<MessageSent>('POST', '/api/send', { draft, saved: null })
  if (copy === null) throw new Error('no copy in Sent')
  const path = `/api/messages/${copy.mailbox}/${copy.id}/delivery`
  for (const recipient of to) await until(sender, path, recipient, 'waiting')
  return { sender, path, copy }
}

const read = (who: Person, path: string) => who.call<Delivery>('GET', path)
const of = async (who: Person, path: string, recipient: string) =>
  (await read(who, path)).recipients.find((one) => one.recipient === recipient)
const until = (who: Person, path: string, recipient: string, state: string) =>
  expect.poll(async () => (await of(who, path, recipient))?.state, { timeout: 30_000, interval: 100 }).toBe(state)

test('try now: Postfix tries at once, before the next time it had in mind', async () => {
  const to = away()
  const { sender, path } = await waitingMessage([to])
  let waiting = await of(sender, path, to)
  const { tries = 0, nextTry } = waiting ?? {}
  const asked = Date.now()
  expect(await sender.call('POST', path, { recipient: to, command: 'retry' })).toEqual({ changed: 1 })
  const triesNow = async () => {
    waiting = await of(sender, path, to)
    return waiting?.tries
  }
  await expect.poll(triesNow, { timeout: 20_000, interval: 50 }).toBe(tries + 1)
  // by Postfix's own time: how soon its log is read is another matter
  const tried = Date.parse(waiting?.at ?? '')
  expect(tried).toBeLessThan(Date.parse(nextTry ?? ''))
  expect(tried - asked).toBeLessThan(2_000)
})

test('stop trying: it ends as stopped, for all who were waited for, and leaves those it reached alone', async () => {
  const receiver = await person('blue')
  const [one, two] = [away(), away()]
  const { sender, path } = await waitingMessage([one, two], [receiver.account.address])
  await until(sender, path, receiver.account.address, 'in-mailbox')
  await sender.call('POST', path, { recipient: one, command: 'stop' })
  await until(sender, path, one, 'stopped')
  const { recipients, steps } = await read(sender, path)
  expect(Object.fromEntries(recipients.map(({ recipient, state }) => [recipient, state]))).toEqual({
    [one]: 'stopped',
    [two]: 'stopped',
    [receiver.account.address]: 'in-mailbox',
  })
  expect(recipients.some(({ inOwnQueue }) => inOwnQueue)).toBe(false)
  expect(steps.map(({ kind }) => kind)).toContain('stopped')
  const again = await ask('POST', path, { cookie: sender.cookie, json: { recipient: one, command: 'retry' } })
  expect(again).toMatchObject({ status: 409, json: { code: 'not-in-queue' } })
})

test('only who sent it may: neither its reader nor an admin, nor for somebody it was never sent to', async () => {
  const to = away()
  const receiver = await person('blue')
  const { sender, path } = await waitingMessage([to], [receiver.account.address])
  await until(sender, path, receiver.account.address, 'in-mailbox')
  await db().account.update({ where: { address: receiver.account.address }, data: { admin: true } })
  const inbox = await receiver.call<ThreadWindow>('GET', '/api/threads?mailbox=inbox')
  const received = inbox.rows.find(({ subject }) => subject === 'Waits')?.ref
  const theirs = `/api/messages/${received?.mailbox}/${received?.id}/delivery`
  const asks = [
    [receiver.cookie, theirs, to],
    [sender.cookie, path, away()],
    [sender.cookie, path, receiver.account.address],
  ] as const
  for (const [cookie, where, recipient] of asks) {
    const answer = await ask('POST', where, { cookie, json: { recipient, command: 'stop' } })
    expect(answer).toMatchObject({ status: 409, json: { code: 'not-in-queue' } })
  }
  expect((await of(sender, path, to))?.state).toBe('waiting')
})
