// The process that plays the people of the load: open pages, mixed work, arriving mail. Started by bench/load/load.ts.
import { setTimeout as pause } from 'node:timers/promises'
import { Deliverer } from '@/bench/load/lmtp'
import { type Action, chooseAction, Worker } from '@/bench/load/person'
import type { Latencies, Order, Person, Report } from '@/bench/load/protocol'
import { openStream } from '@/bench/load/stream'
import type { LiveEvent } from '@/lib/contract/events'
import { env } from '@/lib/env'

type Kind = Action | 'new mail shown'

const people: (Person & { worker: Worker })[] = []
const arrivals = new Map<string, number>()
let latencies = new Map<Kind, Latencies>()
let streamsLost = 0

function note(kind: Kind, result: number | Error): void {
  const known = latencies.get(kind) ?? { kind, milliseconds: [], errors: [] }
  latencies.set(kind, known)
  if (typeof result === 'number') known.milliseconds.push(result)
  else known.errors.push(result.message)
}

function heard(address: string, event: LiveEvent): void {
  const since = arrivals.get(address)
  if (since === undefined || event.type !== 'mailboxes') return
  if (!event.changes.some(({ mailbox, arrived }) => mailbox === 'inbox' && arrived)) return
  arrivals.delete(address)
  note('new mail shown', performance.now() - since)
}

/** What a page that opens sets off on the servers (links of conversations, people to complete) ends in this time. */
const settleMilliseconds = 10_000

/** Opens the page of each: its stream and its list. */
async function open(fresh: Person[]): Promise<Report> {
  const failed: string[] = []
  const waiting = [...fresh]
  const openers = Array.from({ length: 16 }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { address, cookie } = next
      const worker = new Worker(env.publicUrl, cookie)
      try {
        await openStream(env.publicUrl, cookie, { event: (event) => heard(address, event), lost: () => streamsLost++ })
        await worker.do('list')
      } catch (error) {
        failed.push(error instanceof Error ? error.message : String(error))
      }
      people.push({ address, cookie, worker })
    }
  })
  await Promise.all(openers)
  await pause(settleMilliseconds)
  return { kind: 'opened', streams: people.length - failed.length, failed }
}

/** Thinks for a time as people do (exponential), works, and again until `end`. */
async function live({ worker }: { worker: Worker }, thinkSeconds: number, end: number): Promise<void> {
  for (;;) {
    const think = -Math.log(1 - Math.random()) * thinkSeconds * 1000
    if (performance.now() + think > end) return
    await pause(think)
    const action = chooseAction(Math.random())
    await worker.do(action).then(
      (milliseconds) => note(action, milliseconds),
      (error: unknown) => note(action, error instanceof Error ? error : new Error(String(error))),
    )
  }
}

/** Two new messages a second, each to somebody who waits for none. */
async function receive(end: number): Promise<void> {
  const deliverer = await Deliverer.open()
  for (let number = 0; performance.now() < end; number++) {
    const to = people[Math.floor(Math.random() * people.length)]
    if (to !== undefined && !arrivals.has(to.address)) {
      await deliverer.deliver(to.address, `${Date.now()}-${number}`)
      arrivals.set(to.address, performance.now())
    }
    await pause(500)
  }
  deliverer.close()
}

async function work(seconds: number, thinkSeconds: number): Promise<Report> {
  latencies = new Map()
  const end = performance.now() + seconds * 1000
  await Promise.all([receive(end), ...people.map((person) => live(person, thinkSeconds, end))])
  // what arrived last gets the two seconds that anybody may wait
  await pause(2_000)
  for (const address of arrivals.keys()) note('new mail shown', new Error(`no event for ${address.split('@')[0]}`))
  arrivals.clear()
  return { kind: 'worked', latencies: [...latencies.values()], streamsLost }
}

process.on('message', async (order: Order) => {
  const report = order.kind === 'open' ? await open(order.people) : await work(order.seconds, order.thinkSeconds)
  process.send?.(report)
})
process.on('disconnect', () => process.exit(0))
