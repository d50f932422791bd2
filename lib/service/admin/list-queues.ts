import type { SignedIn } from '@/lib/auth/signed-in'
import type { MailQueue, MailQueues } from '@/lib/contract/queue'
import { listQueues } from '@/lib/db/mail-queues'
import { AppError } from '@/lib/errors'
import { type AdminScope, adminScope, mayChange } from '@/lib/service/admin/admin-scope'
import { listMailQueue } from '@/lib/service/queue/list-mail-queue'
import { withLogins } from '@/lib/service/queue/with-logins'

/** Messages of a queue that are shown at once. */
const shownMost = 200

/**
 * What waits in the queues of the admin's mail host and its further MXs, now; with `q` only what has that in its id, an
 * address or a reason.
 * @throws AppError `forbidden`
 */
export async function listAdminQueues(account: SignedIn, q: string): Promise<MailQueues> {
  const scope = await adminScope(account)
  const known = await listQueues(scope.hostId)
  return { queues: await Promise.all(known.map(({ id, hostname }) => readQueue(account, scope, { id, hostname }, q))) }
}

async function readQueue(
  account: SignedIn,
  scope: AdminScope,
  queue: { id: string; hostname: string },
  words: string,
): Promise<MailQueue> {
  const domain = scope.wholeHost ? undefined : scope.domain
  try {
    const part = await listMailQueue(account, queue.id, { words, most: shownMost, domain })
    return { ...queue, silent: false, ...part }
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'queue-silent')) throw error
    return { ...queue, silent: true, entries: [], found: 0, waiting: 0 }
  }
}

/** Ids among these, of messages of a queue, that an admin of this scope may change. */
export async function changeableIds(
  account: SignedIn,
  scope: AdminScope,
  queue: string,
  queueIds: string[],
): Promise<Set<string>> {
  const { entries } = await listMailQueue(account, queue, { words: '', queueIds, most: queueIds.length })
  const all = await withLogins(queue, entries)
  return new Set(all.filter(({ entry, login }) => mayChange(scope, entry, login)).map(({ entry }) => entry.queueId))
}
