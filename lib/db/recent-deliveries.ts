import { db } from '@/lib/db/client'
import type { StoredEvent } from '@/lib/db/delivery'

export type RecentDelivery = StoredEvent & { sender: string; login: string | null }

/**
 * The newest tries of all mail hosts since a moment, newest first; `login` is who handed the message in somewhere of
 * ours, with the same sender: somebody else may use a Message-ID again.
 */
export function findRecentDeliveries(since: Date, limit: number): Promise<RecentDelivery[]> {
  return db().$queryRaw<RecentDelivery[]>`
    SELECT e.id, e.host_id AS "hostId", e.queue_id AS "queueId", e.kind, e.recipient, e.at, e.fact,
      coalesce(m.sender, '') AS sender,
      (SELECT s.login FROM queued_messages s
        WHERE s.message_id = m.message_id AND m.message_id <> '' AND s.sender = m.sender AND m.sender <> ''
          AND s.login IS NOT NULL LIMIT 1) AS login
    FROM delivery_events e
    LEFT JOIN queued_messages m ON m.host_id = e.host_id AND m.queue_id = e.queue_id
    WHERE e.kind = 'delivery' AND e.at > ${since}
    ORDER BY e.id DESC
    LIMIT ${limit}`
}
