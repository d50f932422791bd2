import type { SignedIn } from '@/lib/auth/signed-in'
import type { MailQueue, MailQueues, QueueEntry } from '@/lib/contract/queue'
import { findStays } from '@/lib/db/delivery'
import { listQueues } from '@/lib/db/mail-queues'
import { AppError } from '@/lib/errors'
import { type AdminScope, adminScope, mayChange, visiblePart } from '@/lib/service/admin/admin-scope'
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

/** The messages of a queue, with who signed in to hand each in as our logs know. */
async function entriesWithLogin(account: SignedIn, queue: string) {
  const entries = await listMailQueue(account, queue)
  const stays = await findStays(entries.map(({ queueId }) => ({ hostId: queue, queueId })))
  const logins = new Map(stays.map(({ queueId, login }) => [queueId, login]))
  return entries.map((entry) => ({ entry, login: logins.get(entry.queueId) ?? null }))
}

async function visibleEntries(account: SignedIn, scope: AdminScope, queue: string): Promise<QueueEntry[]> {
  const all = await entriesWithLogin(account, queue)
  return all.flatMap(({ entry, login }) => visiblePart(scope, entry, login) ?? [])
}

/** Ids of the messages of a queue that an admin of this scope may change. */
export async function changeableIds(account: SignedIn, scope: AdminScope, queue: string): Promise<Set<string>> {
  const all = await entriesWithLogin(account, queue)
  return new Set(all.filter(({ entry, login }) => mayChange(scope, entry, login)).map(({ entry }) => entry.queueId))
}
