import type { QueuedMessage } from '@/lib/db/delivery'
import { acceptedAs, type Try } from '@/lib/service/delivery-facts'
import type { Known } from '@/lib/service/recipient-deliveries'

type Stay = { hostId: string; queueId: string | null }

const nameOf = ({ hostId, queueId }: Stay) => `${hostId} ${queueId}`

/** The stay at a host of ours that a try led to. A stranger's server may answer with any queue id, so the host counts too. */
const nextStay = (one: Try, known: Known, names: Map<string, string>): QueuedMessage | undefined =>
  known.stays.find(
    ({ hostId, queueId }) => queueId === acceptedAs(one) && names.get(hostId) === one.relay?.name.toLowerCase(),
  )

/**
 * What a sender may see: the stays in `roots`, which they handed in, and those reached from there. Others have this
 * Message-ID too when somebody used it again, and their recipients are nobody else's business.
 * `names`: host names by mail host
 */
export function sentChain(roots: QueuedMessage[], known: Known, names: Map<string, string>): Known {
  const reached = new Map(roots.map((stay) => [nameOf(stay), stay]))
  // a Map is walked to what was added meanwhile
  for (const name of reached.keys()) {
    for (const one of known.tries.filter((one) => nameOf(one) === name)) {
      const next = nextStay(one, known, names)
      if (next !== undefined) reached.set(nameOf(next), next)
    }
  }
  const inside = (one: Stay) => reached.has(nameOf(one))
  const tries = known.tries.filter(inside)
  return {
    stays: [...reached.values()],
    events: known.events.filter(inside),
    tries,
    filings: known.filings.filter(
      ({ session, hostId }) =>
        session !== '' && tries.some((one) => one.hostId === hostId && one.reply.includes(session)),
    ),
  }
}
