import { setTimeout as pause } from 'node:timers/promises'
import { WaypostClient } from '@/bench/clients/waypost-client'
import type { BenchMailbox } from '@/bench/mailboxes'
import type { IndexProgress, SearchWindow } from '@/lib/contract/search'
import { db } from '@/lib/db/client'
import { keptMark } from '@/lib/db/kept-conversations'

/** How the index of words filled while the bench waited for it. */
export type IndexFill = { messages: number; waited: number; seconds: number }

const patience = 20 * 60_000

/** Texts of all messages; files in them may still wait for their turn. */
const isFull = ({ indexed, total, complete }: IndexProgress) => complete || (total > 0 && indexed >= total)

/** Smaller mailboxes are threaded when they are asked for. */
const writtenDown = 2_000

/** Waits until the worker has written down the conversations of the mailbox, which it does once its words are read. */
async function waitForThreads({ address, messages }: BenchMailbox, until: number): Promise<void> {
  const { id } = await db().account.findUniqueOrThrow({ where: { address } })
  while (((await keptMark(id))?.messages ?? 0) < messages - 500) {
    if (performance.now() > until) throw new Error(`The conversations of ${address} are not written down.`)
    await pause(200)
  }
}

/**
 * Waits until the worker has read every message of the mailbox and written its conversations down. Throws when that takes
 * longer than 20 minutes.
 */
export async function waitForIndex(mailbox: BenchMailbox): Promise<IndexFill> {
  const { address, messages } = mailbox
  const client = await WaypostClient.signIn(address)
  const started = performance.now()
  const progress = async () => (await client.json<SearchWindow>('/api/search?q=zzqxv&limit=1')).index
  const first = await progress()
  let now = first
  for (let said = 0; !isFull(now); now = await progress()) {
    if (performance.now() - started > patience) throw new Error(`The index of ${address} stays at ${now.indexed}.`)
    if (now.indexed - said >= 10_000) {
      said = now.indexed
      console.log(`  index of words: ${now.indexed} of ${now.total}`)
    }
    await pause(2_000)
  }
  client.close()
  const seconds = (performance.now() - started) / 1000
  if (messages >= writtenDown) await waitForThreads(mailbox, started + patience)
  return { messages, waited: now.indexed - first.indexed, seconds }
}
