import type { SignedIn } from '@/lib/auth/signed-in'
import type { ChangeQueue, QueueChanged } from '@/lib/contract/queue'
import { listQueues } from '@/lib/db/mail-queues'
import { AppError } from '@/lib/errors'
import { adminScope } from '@/lib/service/admin/admin-scope'
import { changeableIds } from '@/lib/service/admin/list-queues'
import { askMailQueue } from '@/lib/service/queue/ask-queue'
import { changedAnswer } from '@/lib/service/queue/queue-command'

/**
 * Retries, holds, releases or deletes messages of a queue of the admin's mail host. Those that left meanwhile are passed
 * over; those of another domain are as if they had.
 * @throws AppError `forbidden`, `not-found` for a queue of another mail host, `not-in-queue` when none is there,
 *   `queue-silent`, `queue-refused`
 */
export async function changeAdminQueue(
  account: SignedIn,
  { queue, verb, queueIds }: ChangeQueue,
): Promise<QueueChanged> {
  const scope = await adminScope(account)
  const known = await listQueues(scope.hostId)
  if (!known.some(({ id }) => id === queue)) throw new AppError('not-found', 'no such queue')
  const there = await changeableIds(account, scope, queue, queueIds)
  const asked = queueIds.filter((id) => there.has(id))
  if (asked.length === 0) throw new AppError('not-in-queue', 'none of them is in the queue')
  const { answer } = await askMailQueue(account, queue, { verb, queueIds: asked })
  return changedAnswer.parse(answer)
}
