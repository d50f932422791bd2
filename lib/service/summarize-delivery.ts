import type { DeliverySummary } from '@/lib/contract/delivery'
import type { QueuedMessage } from '@/lib/db/delivery'
import { type Known, recipientDeliveries, stayState, worst } from '@/lib/service/recipient-deliveries'
import { untried } from '@/lib/service/untried'

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
