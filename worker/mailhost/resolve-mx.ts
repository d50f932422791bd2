import { Resolver } from 'node:dns/promises'
import type { DeliveryEventRow } from '@/lib/db/delivery'
import { env } from '@/lib/env'

type Answer = { exchange: string; preference: number; addresses: string[] }
type Resolved = { domain: string; answers: Answer[]; error: string }

// An answer that waits while this process is busy is read only after its time has run out: the second question saves it.
const resolver = new Resolver({ timeout: 400, maxTimeout: 400, tries: 3 })
if (env.dns !== '') resolver.setServers([env.dns])

const addressesOf = (host: string): Promise<string[]> => resolver.resolve4(host).catch(() => [])

async function ask(domain: string): Promise<Resolved> {
  try {
    const found = (await resolver.resolveMx(domain)).sort((a, b) => a.priority - b.priority).slice(0, 10)
    const answers = await Promise.all(
      found.map(async ({ exchange, priority }) => ({
        exchange,
        preference: priority,
        addresses: await addressesOf(exchange),
      })),
    )
    return { domain, answers, error: '' }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return { domain, answers: [], error: code }
  }
}

/** Success, no such domain, no MX: what DNS said. Everything else means that it could not be asked. */
const said = new Set(['', 'ENOTFOUND', 'ENODATA'])

const freshMs = 30_000
const kept = new Map<string, { at: number; answer: Promise<Resolved> }>()

function resolved(domain: string): Promise<Resolved> {
  const known = kept.get(domain)
  if (known !== undefined && Date.now() - known.at < freshMs) return known.answer
  if (kept.size > 1_000) kept.clear()
  const entry = { at: Date.now(), answer: ask(domain) }
  kept.set(domain, entry)
  void entry.answer.then(({ error }) => {
    if (!said.has(error) && kept.get(domain) === entry) kept.delete(domain)
  })
  return entry.answer
}

type Tried = { relay: unknown; delay: number; delays: number[]; program: string }

/**
 * The DNS question that Postfix asked before these tries, asked again of the same server (Postfix logs neither question
 * nor answer): one event of kind `resolved` for each queue id and domain, at the time its first try began.
 */
export async function resolveTries(events: DeliveryEventRow[]): Promise<DeliveryEventRow[]> {
  const first = new Map<string, DeliveryEventRow>()
  for (const event of events) {
    if (event.kind !== 'delivery' || (event.fact as Tried).program !== 'smtp') continue
    const key = `${event.queue_id} ${event.recipient.slice(event.recipient.lastIndexOf('@') + 1)}`
    if (!first.has(key)) first.set(key, event)
  }
  return Promise.all(
    [...first].map(async ([key, event]) => {
      const { delays } = event.fact as Tried
      const [, , connect = 0, transmit = 0] = delays
      const at = new Date(new Date(event.at).getTime() - (connect + transmit) * 1000)
      const fact = await resolved(key.slice(key.indexOf(' ') + 1))
      return { ...event, kind: 'resolved', recipient: '', at: at.toISOString(), fact }
    }),
  )
}
