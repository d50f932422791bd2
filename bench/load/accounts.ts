import { setTimeout as pause } from 'node:timers/promises'
import { appendTarget } from '@/bench/mailboxes'
import { db } from '@/lib/db/client'
import { changedAddresses } from '@/lib/db/word-index/changes'
import { appendAll } from '@/scripts/seed/append'
import { corpus } from '@/scripts/seed/corpus'
import { blue } from '@/scripts/world/addresses'

const messagesEach = 60
const filled = 'Load, filled'

const addressOf = (number: number) => `load-${String(number).padStart(4, '0')}@${blue.domain}`

/** Nobody signs in with a password here: sessions are made, mail is reached with tokens. */
const noPassword = '!'

async function fill(address: string): Promise<void> {
  await appendAll(await appendTarget(address), corpus(address, messagesEach, address), () => undefined)
  await db().account.update({ where: { address }, data: { displayName: filled } })
}

/** Waits until the worker has read what was filled: people's mail was read long before they come. */
async function waitForWords(): Promise<void> {
  const until = performance.now() + 20 * 60_000
  for (let left = await changedAddresses(); left.length > 0; left = await changedAddresses()) {
    if (performance.now() > until) throw new Error(`The mail of ${left.length} accounts is not in the index.`)
    await pause(2_000)
  }
}

/** The addresses of `count` accounts with 60 messages each, made and filled where they are not yet, and in the index. */
export async function makeLoadAccounts(count: number): Promise<string[]> {
  const addresses = Array.from({ length: count }, (_, index) => addressOf(index + 1))
  await db().account.createMany({
    data: addresses.map((address) => ({ address, domainName: blue.domain, passwordHash: noPassword })),
    skipDuplicates: true,
  })
  const ready = await db().account.findMany({ where: { displayName: filled }, select: { address: true } })
  const done = new Set(ready.map(({ address }) => address))
  const waiting = addresses.filter((address) => !done.has(address))
  if (waiting.length > 0) console.log(`  filling ${waiting.length} accounts with ${messagesEach} messages each ...`)
  const fillers = Array.from({ length: 4 }, async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await fill(next)
  })
  await Promise.all(fillers)
  await waitForWords()
  return addresses
}
