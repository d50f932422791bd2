import { z } from 'zod'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { QueueEntry } from '@/lib/contract/queue'
import { forgetCommand } from '@/lib/db/queue-commands'
import { askMailQueue } from '@/lib/service/queue/ask-queue'

const entries = z.array(
  z.object({
    queueId: z.string(),
    state: z.string(),
    arrivedAt: z.string(),
    size: z.number(),
    sender: z.string(),
    recipients: z.array(z.object({ address: z.string(), reason: z.string() })),
  }),
)

/**
 * What waits in a queue now, as Postfix says.
 * @throws AppError `queue-silent`, `queue-refused`
 */
export async function listMailQueue(account: MailAccount, queue: string): Promise<QueueEntry[]> {
  const { id, answer } = await askMailQueue(account, queue, { verb: 'list' })
  await forgetCommand(id)
  return entries.parse(answer)
}
