import type { SignedIn } from '@/lib/auth/signed-in'
import type { DeliveryLog, DeliveryLogRow } from '@/lib/contract/queue'
import { findDeliveryLog, type LogRow } from '@/lib/db/delivery-log'
import { listMailHosts } from '@/lib/db/mail-hosts'
import { listQueues } from '@/lib/db/mail-queues'
import { env } from '@/lib/env'
import { adminScope } from '@/lib/service/admin/admin-scope'
import { isFinal, refusedFact, triesOf } from '@/lib/service/delivery-facts'

const pageRows = 50

type Query = { q: string; from?: string; to?: string; before?: string }

/**
 * What the logs of the admin's mail host and its further MXs told, newest first.
 * @throws AppError `forbidden`
 */
export async function searchDeliveries(account: SignedIn, { q, from, to, before }: Query): Promise<DeliveryLog> {
  const { hostId, domain, wholeHost } = await adminScope(account)
  const queues = await listQueues(hostId)
  const names = new Map((await listMailHosts()).map(({ id, hostname }) => [id, hostname]))
  for (const { id, hostname } of queues) names.set(id, hostname)
  const found = await findDeliveryLog({
    hosts: [...new Set([hostId, ...queues.map(({ id }) => id)])],
    domain: wholeHost ? null : domain,
    words: q.trim(),
    from: from ?? null,
    to: to ?? null,
    before: before ?? null,
    limit: pageRows + 1,
  })
  const rows = found.slice(0, pageRows).map((row) => toRow(row, names))
  return { rows, more: found.length > pageRows, days: env.deliveryDays }
}

function toRow(row: LogRow, names: Map<string, string>): DeliveryLogRow {
  const { id, at, hostId, queueId, messageId, sender, recipient } = row
  return {
    id: String(id),
    at: at.toISOString(),
    host: { id: hostId, name: names.get(hostId) ?? hostId },
    queueId: queueId ?? '',
    messageId,
    sender,
    recipient,
    ...wordsOf(row),
  }
}

const plain: Record<string, DeliveryLogRow['outcome']> = {
  expired: 'expired',
  held: 'held',
  released: 'released',
  deleted: 'stopped',
}

function wordsOf(row: LogRow): Pick<DeliveryLogRow, 'outcome' | 'server' | 'reply'> {
  if (row.kind === 'refused') {
    const { reply, client, lasting } = refusedFact.parse(row.fact)
    const greylisted = !lasting && /greylist/i.test(reply)
    return { outcome: greylisted ? 'greylisted' : 'refused', server: client, reply }
  }
  const [one] = triesOf([row])
  if (one === undefined) return { outcome: plain[row.kind] ?? 'stopped', server: null, reply: '' }
  const outcome =
    one.status === 'deferred' ? 'waiting' : one.status !== 'sent' ? 'bounced' : isFinal(one) ? 'in-mailbox' : 'accepted'
  return { outcome, server: one.relay, reply: one.reply }
}
