import { db } from '@/lib/db/client'
import type { StoredEvent } from '@/lib/db/delivery'
import { likeLiteral } from '@/lib/db/like-literal'

export type LogRow = StoredEvent & { sender: string; messageId: string }

type LogSearch = {
  hosts: string[]
  /** Only what somebody of this domain handed in, or is for it; null for all. The sender proves nothing. */
  domain: string | null
  /** An address or a part of it, a Message-ID, a queue id; everything when empty. */
  words: string
  from: string | null
  to: string | null
  /** Only rows before this one. */
  before: string | null
  limit: number
}

/** Tries, refusals and ends at these mail hosts, newest first. */
export function findDeliveryLog({ hosts, domain, words, from, to, before, limit }: LogSearch): Promise<LogRow[]> {
  const part = `%${likeLiteral(words.toLowerCase())}%`
  const ofDomain = domain === null ? null : `%@${likeLiteral(domain)}`
  return db().$queryRaw<LogRow[]>`
    SELECT e.id, e.host_id AS "hostId", e.queue_id AS "queueId", e.kind, e.recipient, e.at, e.fact,
      coalesce(m.sender, e.fact->>'sender', '') AS sender, coalesce(m.message_id, '') AS "messageId"
    FROM delivery_events e
    LEFT JOIN queued_messages m ON m.host_id = e.host_id AND m.queue_id = e.queue_id
    WHERE e.host_id = ANY(${hosts})
      AND e.kind IN ('delivery', 'refused', 'expired', 'held', 'released', 'deleted')
      AND (${from}::timestamptz IS NULL OR e.at >= ${from}::timestamptz)
      AND (${to}::timestamptz IS NULL OR e.at < ${to}::timestamptz)
      AND (${before}::bigint IS NULL OR e.id < ${before}::bigint)
      AND (${ofDomain}::text IS NULL OR e.recipient LIKE ${ofDomain} OR lower(m.login) LIKE ${ofDomain}
        OR e.recipient = '' AND EXISTS (SELECT 1 FROM delivery_events r
          WHERE r.host_id = e.host_id AND r.queue_id = e.queue_id AND r.recipient LIKE ${ofDomain}))
      AND (${words} = '' OR e.queue_id = ${words} OR m.message_id IN (${words}, '<' || ${words} || '>')
        OR e.recipient LIKE ${part}
        OR e.recipient = '' AND EXISTS (SELECT 1 FROM delivery_events r
          WHERE r.host_id = e.host_id AND r.queue_id = e.queue_id AND r.recipient LIKE ${part}
            AND (${ofDomain}::text IS NULL OR r.recipient LIKE ${ofDomain} OR lower(m.login) LIKE ${ofDomain}))
        OR lower(coalesce(m.sender, e.fact->>'sender', '')) LIKE ${part})
    ORDER BY e.id DESC
    LIMIT ${limit}`
}
