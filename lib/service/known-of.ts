import { findEvents, findFilings, type QueuedMessage } from '@/lib/db/delivery'
import { filingsOf, triesOf } from '@/lib/service/delivery-facts'
import type { Known } from '@/lib/service/recipient-deliveries'

/** `jsmith+tag@domain` is delivered to `jsmith@domain` (recipient_delimiter of our Postfix). */
export const withoutTag = (address: string) => address.replace(/\+[^@]*@/, '@')

/** Everything the logs tell of these stays, and what Sieve did with the messages that were in them. */
export async function readKnown(stays: QueuedMessage[]): Promise<Known> {
  const events = await findEvents(stays)
  const tries = triesOf(events)
  const users = [
    ...new Set(tries.filter(({ program }) => program === 'lmtp').map(({ recipient }) => withoutTag(recipient))),
  ]
  const oldest = stays[0]?.arrivedAt ?? new Date()
  const ids = new Set(stays.map(({ messageId }) => messageId))
  const filings = filingsOf(await findFilings(users, oldest)).filter(({ messageId }) => ids.has(messageId))
  return { stays, events, tries, filings }
}
