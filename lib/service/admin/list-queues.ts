import type { SignedIn } from '@/lib/auth/signed-in'
import type { MailQueue, MailQueues, QueueEntry } from '@/lib/contract/queue'
import { findStays } from '@/lib/db/delivery'
import { listQueues } from '@/lib/db/mail-queues'
import { AppError } from '@/lib/errors'
import { partOf } from '@/lib/mail/postfix/list-queue'
import { type AdminScope, adminScope, mayChange, visiblePart } from '@/lib/service/admin/admin-scope'
import { listMailQueue, type QueuePart } from '@/lib/service/queue/list-mail-queue'

/** Messages of a queue that are shown at once. */
const shownMost = 200
/** Whoever may see a part only has that picked out of so many. */
const looksThrough = 10_000

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
  q: string,
): Promise<MailQueue> {
  try {
    return { ...queue, silent: false, ...(await visibleQueue(account, scope, queue.id, q)) }
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'queue-silent')) throw error
    return { ...queue, silent: true, entries: [], found: 0, waiting: 0 }
  }
}

/** With who signed in to hand each in, as our logs know. */
async function withLogins(queue: string, entries: QueueEntry[]) {
  const stays = await findStays(entries.map(({ queueId }) => ({ hostId: queue, queueId })))
  const logins = new Map(stays.map(({ queueId, login }) => [queueId, login]))
  return entries.map((entry) => ({ entry, login: logins.get(entry.queueId) ?? null }))
}

async function visibleQueue(account: SignedIn, scope: AdminScope, queue: string, words: string): Promise<QueuePart> {
  if (scope.wholeHost) return listMailQueue(account, queue, { words, most: shownMost })
  // a reason or an address of others must not be found, so nothing is searched before it is known to be visible
  const all = await listMailQueue(account, queue, { words: '', most: looksThrough })
  const visible = (await withLogins(queue, all.entries)).flatMap(
    ({ entry, login }) => visiblePart(scope, entry, login) ?? [],
  )
  return partOf(visible, { words, most: shownMost })
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
