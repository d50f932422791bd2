import type { JourneyStep } from '@/lib/contract/delivery'
import type { StoredEvent } from '@/lib/db/delivery'
import { isFinal, noticeFact, receivedFact, resolvedFact, type Try, triesOf } from '@/lib/service/delivery-facts'
import type { Known } from '@/lib/service/recipient-deliveries'

type Names = Map<string, string>

const blank = (event: StoredEvent, names: Names): Omit<JourneyStep, 'kind'> => ({
  at: event.at.toISOString(),
  host: { id: event.hostId, name: names.get(event.hostId) ?? event.hostId },
  queueId: event.queueId,
  recipient: event.recipient || null,
  server: null,
  reply: '',
  tls: null,
  seconds: null,
  answers: [],
  detail: '',
})

function kindOfTry(one: Try): JourneyStep['kind'] {
  if (one.status === 'deferred') return 'waiting'
  if (one.status !== 'sent') return 'bounced'
  return isFinal(one) ? 'in-mailbox' : 'accepted'
}

/** A try, and before it each server that could not be reached. */
function stepsOfTry(event: StoredEvent, one: Try, names: Names): JourneyStep[] {
  const base = blank(event, names)
  const away = one.tried.map(({ peer, reason, at }) => ({
    ...base,
    kind: 'unreachable' as const,
    at: earlier(at, base.at),
    server: peer,
    reply: reason,
  }))
  const [, , connect, transmit] = one.delays
  const seconds = { total: one.delay, connect, transmit }
  const last = { ...base, kind: kindOfTry(one), server: one.relay, reply: one.reply, tls: one.tls, seconds }
  return [...away, last]
}

const earlier = (a: string, b: string) => (a < b ? a : b)

const plain: Record<string, JourneyStep['kind']> = {
  queued: 'queued',
  expired: 'expired',
  held: 'held',
  released: 'released',
  deleted: 'stopped',
}

function stepsOf(event: StoredEvent, names: Names): JourneyStep[] {
  const base = blank(event, names)
  if (event.kind === 'delivery') return triesOf([event]).flatMap((one) => stepsOfTry(event, one, names))
  if (event.kind === 'received') {
    const { client, login } = receivedFact.parse(event.fact)
    return [{ ...base, kind: login === null ? 'received' : 'submitted', server: client }]
  }
  if (event.kind === 'resolved') {
    const { domain, answers, error } = resolvedFact.parse(event.fact)
    return [{ ...base, kind: 'resolved', answers, detail: domain, reply: error }]
  }
  if (event.kind === 'notice') return [{ ...base, kind: 'notice', detail: noticeFact.parse(event.fact).notice }]
  const kind = plain[event.kind]
  return kind === undefined ? [] : [{ ...base, kind }]
}

/** What comes first of things that happened in the same millisecond, as far as the log tells. */
const order: JourneyStep['kind'][] = ['submitted', 'received', 'queued', 'resolved', 'unreachable']
const rank = ({ kind }: JourneyStep) => (order.includes(kind) ? order.indexOf(kind) : order.length)

/**
 * The log has whole seconds where no exact time is known: such a step would stand before what led to it. It is put at
 * the time of the step the log told before it, in the same stay and second.
 */
function inOrder(steps: JourneyStep[]): JourneyStep[] {
  const latest = new Map<string, string>()
  return steps.map((step) => {
    const stay = `${step.host.id} ${step.queueId}`
    const before = latest.get(stay) ?? ''
    const at = step.at.endsWith('.000Z') && before.slice(0, 19) === step.at.slice(0, 19) ? before : step.at
    if (at > before) latest.set(stay, at)
    return { ...step, at }
  })
}

/** Everything the logs told of these stays, in the order of time; Sieve's filings last of what they belong to. */
export function journeySteps(known: Known, names: Names): JourneyStep[] {
  const told = known.events.toSorted((a, b) => Number(a.id - b.id))
  const steps = inOrder(told.flatMap((event) => stepsOf(event, names)))
  const filed = known.filings.map(
    ({ user, at, hostId, target, action }): JourneyStep => ({
      ...blank({ id: 0n, hostId, queueId: null, kind: 'filed', recipient: user, at, fact: {} }, names),
      kind: 'filed',
      detail: target,
      reply: action,
    }),
  )
  return [...steps, ...filed].sort((a, b) => a.at.localeCompare(b.at) || rank(a) - rank(b))
}
