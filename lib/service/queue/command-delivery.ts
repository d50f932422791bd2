import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { DeliveryCommand, QueueChanged } from '@/lib/contract/queue'
import { findQueued } from '@/lib/db/delivery'
import { AppError } from '@/lib/errors'
import { readKnown } from '@/lib/service/known-of'
import { messageIdsOf } from '@/lib/service/message-ids'
import { askMailQueue } from '@/lib/service/queue/ask-queue'
import { changedAnswer } from '@/lib/service/queue/queue-command'
import { recipientDeliveries } from '@/lib/service/recipient-deliveries'

const verbs = { retry: 'retry', stop: 'delete' } as const

/**
 * Tries to deliver to a recipient at once, or stops trying: only where the message waits in the queue this account
 * handed it in to itself. Postfix knows messages, not recipients: stopping counts for all who are still waited for.
 * @throws AppError `not-in-queue`, `queue-silent`, `queue-refused`, `message-gone`; MailError of the connection
 */
export async function commandDelivery(
  account: MailAccount,
  ref: MessageRef,
  { recipient, command }: DeliveryCommand,
): Promise<QueueChanged> {
  const [messageId = ''] = (await messageIdsOf(account, [ref])).values()
  const stays = messageId === '' ? [] : await findQueued([messageId])
  const own = stays.filter(({ login }) => login === account.address)
  const known = await readKnown(own)
  const name = recipient.toLowerCase()
  const waits = recipientDeliveries(own, known).some((one) => one.recipient === name && one.inOwnQueue)
  const last = known.tries.findLast((one) => (one.original?.toLowerCase() ?? one.recipient) === name)
  if (!waits || last === undefined) throw new AppError('not-in-queue', 'nothing waits for this recipient')
  const verb = verbs[command]
  const { answer } = await askMailQueue(account, last.hostId, { verb, queueIds: [last.queueId] })
  const { changed } = changedAnswer.parse(answer)
  if (changed === 0) throw new AppError('not-in-queue', 'the message left the queue meanwhile')
  return { changed }
}
