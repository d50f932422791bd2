import { z } from 'zod'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { QueueEntry } from '@/lib/contract/queue'
import { forgetCommand } from '@/lib/db/queue-commands'
import { askMailQueue } from '@/lib/service/queue/ask-queue'
import type { QueueCommand } from '@/lib/service/queue/queue-command'

const part = z.object({
  entries: z.array(
    z.object({
      queueId: z.string(),
      state: z.string(),
      arrivedAt: z.string(),
      size: z.number(),
      sender: z.string(),
      recipients: z.array(z.object({ address: z.string(), reason: z.string() })),
    }),
  ),
  found: z.number(),
  waiting: z.number(),
})

type Wanted = Omit<Extract<QueueCommand, { verb: 'list' }>, 'verb'>
export type QueuePart = { entries: QueueEntry[]; found: number; waiting: number }

/**
 * What waits in a queue now, as Postfix says: the newest `most` of those wanted, how many there are of these, and how many wait in all.
 * @throws AppError `queue-silent`, `queue-refused`
 */
export async function listMailQueue(account: MailAccount, queue: string, wanted: Wanted): Promise<QueuePart> {
  const { id, answer } = await askMailQueue(account, queue, { verb: 'list', ...wanted })
  await forgetCommand(id)
  return part.parse(answer)
}
