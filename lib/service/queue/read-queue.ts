import { partOf, type QueuedMail, type QueuePart, wholeQueue } from '@/lib/mail/postfix/list-queue'
import { visiblePart } from '@/lib/service/admin/admin-scope'
import type { QueueCommand } from '@/lib/service/queue/queue-command'
import { withLogins } from '@/lib/service/queue/with-logins'

type Wanted = Omit<Extract<QueueCommand, { verb: 'list' }>, 'verb'>

/**
 * The answer to `list`, beside the Postfix configured in `config`. What the asking admin may not see is taken away here, before
 * anything is searched: a reason or an address of others is not found, and a long queue does not go through the database.
 * @throws Error with what Postfix said
 */
export async function readQueue(config: string, queue: string, { domain, ...wanted }: Wanted): Promise<QueuePart> {
  const all = await wholeQueue(config)
  return partOf(domain === undefined ? all : await visibleTo(domain, queue, all), wanted)
}

async function visibleTo(domain: string, queue: string, all: QueuedMail[]): Promise<QueuedMail[]> {
  const scope = { domain, wholeHost: false }
  return (await withLogins(queue, all)).flatMap(({ entry, login }) => visiblePart(scope, entry, login) ?? [])
}
