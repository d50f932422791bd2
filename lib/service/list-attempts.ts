import { z } from 'zod'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { Attempt, AttemptList } from '@/lib/contract/attempts'
import { findAttempts, findStays, type StoredEvent } from '@/lib/db/delivery'
import { triesOf } from '@/lib/service/delivery-facts'
import { withoutTag } from '@/lib/service/known-of'
import { ownAddresses } from '@/lib/service/own-addresses'

const days = 14
const most = 200

const refusedFact = z.object({
  client: z.object({ name: z.string(), address: z.string() }),
  reply: z.string(),
  sender: z.string(),
  lasting: z.boolean(),
})

function refusal({ at, recipient, fact }: StoredEvent): Attempt {
  const { client, reply, sender, lasting } = refusedFact.parse(fact)
  return {
    at: at.toISOString(),
    outcome: lasting ? 'refused' : 'put-off',
    recipient,
    sender,
    client: { name: client.name, address: client.address },
    words: reply,
  }
}

/** A message that our queue had already, and our delivery agent did not take. */
function failure(event: StoredEvent, senders: Map<string, string>): Attempt[] {
  return triesOf([event]).flatMap(({ program, status, at, recipient, original, reply, hostId, queueId }) =>
    program === 'lmtp' && status !== 'sent'
      ? [
          {
            at: at.toISOString(),
            outcome: status === 'deferred' ? ('put-off' as const) : ('returned' as const),
            recipient: original ?? recipient,
            sender: senders.get(`${hostId} ${queueId}`) ?? '',
            client: null,
            words: reply,
          },
        ]
      : [],
  )
}

/** What was refused, put off or returned of late though it was for one of the account's own addresses. */
export async function listAttempts(account: MailAccount): Promise<AttemptList> {
  const since = new Date(Date.now() - days * 24 * 60 * 60 * 1000)
  const own = await ownAddresses(account)
  const found = await findAttempts([...own], account.host.id, since, most)
  // the database looks for text that begins and ends so; whose it is, is decided here
  const events = found.filter(({ recipient }) => own.has(recipient) || own.has(withoutTag(recipient)))
  const failed = events.filter(({ kind }) => kind === 'delivery')
  const stays = await findStays(failed)
  const senders = new Map(stays.map(({ hostId, queueId, sender }) => [`${hostId} ${queueId}`, sender]))
  const attempts = events.flatMap((event) => (event.kind === 'refused' ? [refusal(event)] : failure(event, senders)))
  return { days, attempts }
}
