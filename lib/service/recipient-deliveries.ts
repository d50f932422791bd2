import type { DeliveryState, RecipientDelivery } from '@/lib/contract/delivery'
import type { QueuedMessage, StoredEvent } from '@/lib/db/delivery'
import { acceptedAs, type Filing, isFinal, type Try } from '@/lib/service/delivery-facts'
import { filingRule } from '@/lib/service/filing-rule'
import { untried } from '@/lib/service/untried'

/** What is known of a message in our queues: its stays, and for each what the log told. */
export type Known = {
  stays: QueuedMessage[]
  events: StoredEvent[]
  tries: Try[]
  filings: Filing[]
}

/** From the worst to the best: a message is as well as its unluckiest recipient. */
const severity: DeliveryState[] = [
  'bounced',
  'expired',
  'stopped',
  'held',
  'waiting',
  'sending',
  'accepted',
  'in-mailbox',
]

export const worst = (states: DeliveryState[]): DeliveryState | null =>
  severity.find((state) => states.includes(state)) ?? null

const depthLimit = 5

/** What became of the stay itself: the queue's own events stand above the last try. */
export function stayState({ hostId, queueId }: QueuedMessage, known: Known): { state: DeliveryState; at: Date } | null {
  // In the order the log told them: its whole seconds would put a command before the try it followed.
  const own = known.events
    .filter((event) => event.hostId === hostId && event.queueId === queueId)
    .sort((a, b) => Number(a.id - b.id))
  const last = own.findLast(({ kind }) => kind !== 'received' && kind !== 'notice')
  if (last?.kind === 'held') return { state: 'held', at: last.at }
  if (last?.kind === 'deleted') return { state: 'stopped', at: last.at }
  const expired = own.find(({ kind }) => kind === 'expired')
  return expired === undefined ? null : { state: 'expired', at: expired.at }
}

const byStatus: Record<string, DeliveryState> = { deferred: 'waiting', bounced: 'bounced', expired: 'expired' }

function filedAs({ reply, recipient }: Try, { filings }: Known): Filing | undefined {
  return filings.find(
    ({ session, user }) =>
      session !== '' && reply.includes(session) && recipient.startsWith(user.split('@')[0] ?? user),
  )
}

type Outcome = { state: DeliveryState; at: Date; last: Try | null; tries: number; folder: string | null; to: string[] }

/** Follows one recipient from a stay to where it went from there. */
function follow(stay: QueuedMessage, recipient: string, known: Known, depth: number): Outcome {
  const mine = known.tries.filter(
    (one) =>
      one.hostId === stay.hostId &&
      one.queueId === stay.queueId &&
      (one.original?.toLowerCase() ?? one.recipient) === recipient,
  )
  const ends = [...new Set(mine.map((one) => one.recipient))].map((to) =>
    endOf(
      stay,
      mine.filter((one) => one.recipient === to),
      known,
      depth,
    ),
  )
  if (ends.length === 0) {
    const own = stayState(stay, known)
    return { state: own?.state ?? 'sending', at: own?.at ?? stay.arrivedAt, last: null, tries: 0, folder: null, to: [] }
  }
  const states = ends.map((end) => end.state)
  const state = worst(leadsFurther(stay, recipient, mine, known) ? [...states, 'sending'] : states) ?? 'sending'
  const shown = ends.find((end) => end.state === state) ?? { ...(ends[0] as Outcome), folder: null }
  return { ...shown, state, to: ends.flatMap((end) => end.to) }
}

/** Whether others that `recipient`, an alias, leads to are still to come: the log names each only with its first try. */
function leadsFurther(stay: QueuedMessage, recipient: string, tries: Try[], known: Known): boolean {
  return tries.some((one) => one.recipient !== recipient) && untried(stay, known) > 0
}

function endOf(stay: QueuedMessage, tries: Try[], known: Known, depth: number): Outcome {
  const last = tries.at(-1) as Try
  const outcome = { at: last.at, last, tries: tries.length, folder: null, to: [last.recipient] }
  if (last.status !== 'sent') {
    // what was refused for one recipient stays so, whatever becomes of the others in this queue
    const own = last.status === 'bounced' ? null : stayState(stay, known)
    return { ...outcome, state: own?.state ?? byStatus[last.status] ?? 'sending', at: own?.at ?? last.at }
  }
  if (isFinal(last)) return { ...outcome, state: 'in-mailbox', folder: filedAs(last, known)?.target || null }
  const id = acceptedAs(last)
  const next = known.stays.find((other) => other.queueId === id && other.queueId !== stay.queueId)
  if (next === undefined || depth >= depthLimit) return { ...outcome, state: 'accepted' }
  const further = follow(next, last.recipient, known, depth + 1)
  // It left us for good; what the next host of ours says of it is the newer truth.
  if (further.state === 'sending') return { ...outcome, state: 'accepted', to: [last.recipient, ...further.to] }
  if (further.last === null) return { ...outcome, state: further.state }
  return {
    ...outcome,
    // while it waits there, what counts is why and until when
    last: further.state === 'waiting' ? further.last : last,
    state: further.state,
    at: further.at,
    folder: further.folder,
    to: [last.recipient, ...further.to],
  }
}

function nextTry({ last, state }: Outcome): string | null {
  if (state !== 'waiting' || last?.retryAfter == null) return null
  return new Date(last.at.getTime() + last.retryAfter * 1000).toISOString()
}

/** Every recipient of the stays in `roots` (the queue the sender handed the message in to), as the sender wrote them. */
export function recipientDeliveries(roots: QueuedMessage[], known: Known): RecipientDelivery[] {
  return roots.flatMap((stay) => {
    const mine = known.tries.filter((one) => one.hostId === stay.hostId && one.queueId === stay.queueId)
    const recipients = [...new Set(mine.map((one) => one.original?.toLowerCase() ?? one.recipient))]
    return recipients.map((recipient) => {
      const outcome = follow(stay, recipient, known, 0)
      const { last } = outcome
      return {
        recipient,
        deliveredTo: [...new Set(outcome.to)].filter((to) => to !== recipient),
        state: outcome.state,
        at: outcome.at.toISOString(),
        server: last?.relay ?? null,
        reply: last?.reply ?? '',
        dsn: last?.dsn ?? '',
        tls: last?.tls ?? null,
        acceptedAs: last === null ? null : acceptedAs(last),
        tries: outcome.tries,
        greylisted: outcome.state === 'waiting' && /gr[ae]y-?list/i.test(last?.reply ?? ''),
        nextTry: nextTry(outcome),
        inOwnQueue: outcome.state === 'waiting' && last?.hostId === stay.hostId && last.queueId === stay.queueId,
        folder: outcome.folder,
        rule: outcome.folder === null ? null : filingRule(outcome.folder),
        ruleName: null,
        receipt: null,
      }
    })
  })
}
