import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { kill } from '@/e2e/crash'
import { freshAccount, idsIn, inMailbox, inSeconds, put, until } from '@/e2e/timed'
import { snoozeMessages } from '@/lib/service/snooze-messages'

async function snoozedFor(seconds: number) {
  const account = await freshAccount()
  // what was killed before may still be coming up
  await until(
    () => idsIn(account, 'inbox'),
    (ids) => ids.length === 0,
    60,
  )
  await put(account, { id: 'sleeper' }, 'INBOX', ['\\Seen'])
  const [message] = await inMailbox(account, 'inbox')
  if (message === undefined) throw new Error('the inbox is empty')
  const at = inSeconds(seconds)
  await snoozeMessages(account, [[message.ref]], at)
  const back = async () => {
    const inbox = await until(
      () => inMailbox(account, 'inbox'),
      (messages) => messages.length > 0,
      90,
    )
    expect(inbox.map(({ id, flags }) => [id, flags.has('\\Seen')])).toEqual([['sleeper', false]])
    // a move shows the message in its new mailbox first
    await until(
      () => idsIn(account, 'snoozed'),
      (ids) => ids.length === 0,
      10,
    )
    return (Date.now() - at.getTime()) / 1000
  }
  return { account, at, back }
}

describe('a snoozed message comes back once', () => {
  it.each([
    ['the worker is killed before the time', 'worker'],
    ['the database is killed before the time', 'database'],
    ['the mail host is killed before the time', 'dovecot blue'],
  ])('when %s', async (_, piece) => {
    const { back } = await snoozedFor(12)
    kill(piece)
    const late = await back()
    console.log(`${piece} killed: ${late.toFixed(1)} s late`)
    expect(late).toBeLessThan(75)
  })

  it.each([0, 150, 400])('when the worker is killed %i ms after the time', async (delay) => {
    const { account, at, back } = await snoozedFor(3)
    await pause(at.getTime() + delay - Date.now())
    expect(kill('worker')).toBe(true)
    await back()
    expect(await idsIn(account, 'all')).toEqual(['sleeper'])
  })
})
