import type { Received } from '@/lib/mail/mime/received'
import { acceptedAs, isFinal, type Try } from '@/lib/service/delivery-facts'
import { withoutTag } from '@/lib/service/known-of'
import type { Known } from '@/lib/service/recipient-deliveries'

type Names = Map<string, string>

/**
 * Which of a message's hops, the newest first, our own logs tell of too. A header alone proves nothing, and neither does a
 * queue id that exists: whoever once got mail from here knows one. So the chain is followed from its end: the delivery
 * agent put this very message (by its session) into a mailbox of `own`; the queue that handed it over is the hop before;
 * the queue whose server answered 'queued as' that one is the one before, and so on. The first break ends it.
 */
export function witnessHops(hops: Received[], known: Known, names: Names, own: Set<string>): Set<Received> {
  const witnessed = new Set<Received>()
  let next: string | null = null
  for (const hop of hops) {
    const told: string | null = next === null ? handedOver(hop, known, own) : queued(hop, next, known, names)
    if (told === null) break
    witnessed.add(hop)
    next = told
  }
  return witnessed
}

const stayOf = ({ hostId, queueId }: { hostId: string; queueId: string }) => `${hostId} ${queueId}`

/** The stay that the delivery agent got it from, by the session both the header and Postfix's log name. */
function handedOver(hop: Received, { tries }: Known, own: Set<string>): string | null {
  const mine = (one: Try) =>
    own.has(withoutTag(one.recipient)) && isFinal(one) && hop.id.length > 10 && one.reply.includes(hop.id)
  const found = tries.find(mine)
  return found === undefined ? null : stayOf(found)
}

/** Whether `hop` is the stay `wanted`; gives the stay it was handed over from, or the empty name when no queue of ours. */
function queued(hop: Received, wanted: string, known: Known, names: Names): string | null {
  const stay = known.stays.find((one) => stayOf(one) === wanted)
  if (stay === undefined || stay.queueId !== hop.id || names.get(stay.hostId) !== hop.by) return null
  const before = known.tries.find((one) => acceptedAs(one) === stay.queueId && stayOf(one) !== wanted)
  return before === undefined ? '' : stayOf(before)
}
