import type { DeliverySummary } from '@/lib/contract/delivery'
import type { QueuedMessage } from '@/lib/db/delivery'
import { queuedFact } from '@/lib/service/delivery-facts'
import { type Known, recipientDeliveries, stayState, worst } from '@/lib/service/recipient-deliveries'

/**
 * How many recipients of a stay nobody has tried yet: the queue manager counts them (after aliases) when it takes the
 * message up, and names each only with its first try.
 */
function untried(stay: QueuedMessage, { events, tries }: Known): number {
  const mine = (one: { hostId: string; queueId: string | null }) =>
    one.hostId === stay.hostId && one.queueId === stay.queueId
  const own = events.filter(mine)
  if (own.some(({ kind }) => ended.has(kind))) return 0
  const taken = own.find(({ kind }) => kind === 'queued')
  const tried = new Set(tries.filter(mine).map(({ recipient }) => recipient))
  return taken === undefined ? 0 : Math.max(0, queuedFact.parse(taken.fact).recipients - tried.size)
}

const ended = new Set(['removed', 'deleted', 'expired', 'held'])

/** A message that was handed in as `roots`, in short; null when our logs know nothing of it. */
export function summarize(roots: QueuedMessage[], known: Known): DeliverySummary | null {
  if (roots.length === 0) return null
  const recipients = recipientDeliveries(roots, known)
  const missing = roots.reduce((sum, stay) => sum + untried(stay, known), 0)
  const states = [...recipients.map(({ state }) => state), ...Array.from({ length: missing }, () => 'sending' as const)]
  const state = worst(states) ?? worst(roots.flatMap((stay) => stayState(stay, known)?.state ?? [])) ?? 'sending'
  const shown = recipients.find((one) => one.state === state)
  return {
    state,
    count: states.filter((one) => one === state).length,
    total: states.length,
    dsn: shown?.dsn ?? '',
    greylisted: shown?.greylisted ?? false,
    nextTry: shown?.nextTry ?? null,
  }
}
