import type { QueuedMessage } from '@/lib/db/delivery'
import { queuedFact } from '@/lib/service/delivery-facts'
import type { Known } from '@/lib/service/recipient-deliveries'

const ended = new Set(['removed', 'deleted', 'expired', 'held'])

/**
 * How many recipients of a stay nobody has tried yet: the queue manager counts them (after aliases) when it takes the
 * message up, and names each only with its first try.
 */
export function untried(stay: QueuedMessage, { events, tries }: Known): number {
  const mine = (one: { hostId: string; queueId: string | null }) =>
    one.hostId === stay.hostId && one.queueId === stay.queueId
  const own = events.filter(mine)
  if (own.some(({ kind }) => ended.has(kind))) return 0
  const taken = own.find(({ kind }) => kind === 'queued')
  const tried = new Set(tries.filter(mine).map(({ recipient }) => recipient))
  return taken === undefined ? 0 : Math.max(0, queuedFact.parse(taken.fact).recipients - tried.size)
}
