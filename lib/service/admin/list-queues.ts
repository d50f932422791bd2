import type { SignedIn } from '@/lib/auth/signed-in'
import type { MailQueue, MailQueues } from '@/lib/contract/queue'
import { listQueues } from '@/lib/db/mail-queues'
import { AppError } from '@/lib/errors'
import { type AdminScope, adminScope, concerns } from '@/lib/service/admin/admin-scope'
import { listMailQueue } from '@/lib/service/queue/list-mail-queue'

/**
 * What waits in the queues of the admin's mail host and its further MXs, now.
 * @throws AppError `forbidden`
 */
export async function listAdminQueues(account: SignedIn): Promise<MailQueues> {
  const scope = await adminScope(account)
  const known = await listQueues(scope.hostId)
  return { queues: await Promise.all(known.map(({ id, hostname }) => readQueue(account, scope, { id, hostname }))) }
}

async function readQueue(
  account: SignedIn,
  scope: AdminScope,
  queue: { id: string; hostname: string },
): Promise<MailQueue> {
  try {
    return { ...queue, silent: false, entries: await visibleEntries(account, scope, queue.id) }
  } catch (error) {
    if (error instanceof AppError && error.code === 'queue-silent') return { ...queue, silent: true, entries: [] }
    throw error
  }
}

/** The messages of a queue that an admin of this scope may see and change. */
export async function visibleEntries(account: SignedIn, scope: AdminScope, queue: string) {
  const entries = await listMailQueue(account, queue)
  return entries.filter(({ sender, recipients }) =>
    concerns(scope, [sender, ...recipients.map(({ address }) => address)]),
  )
}
