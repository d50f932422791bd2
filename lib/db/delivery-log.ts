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

/** Words that more rows have are found by reading on from the newest one. */
const commonFrom = 5_000
/** Shorter ones are in no index (pg_trgm). */
const indexedLength = 3

/** Ids of all rows that have these words somewhere, through the indexes; null when there are too many to be worth it. */
async function findCandidates(hosts: string[], words: string): Promise<bigint[] | null> {
  if (words.length < indexedLength) return null
  const part = `%${likeLiteral(words.toLowerCase())}%`
  const rows = await db().$queryRaw<{ id: bigint }[]>`
    SELECT id FROM (
      SELECT e.id FROM delivery_events e WHERE e.host_id = ANY(${hosts}) AND e.queue_id = ${words}
      UNION ALL
      SELECT e.id FROM delivery_events e WHERE e.recipient LIKE ${part}
      UNION ALL
      SELECT e.id FROM delivery_events r JOIN delivery_events e ON e.host_id = r.host_id AND e.queue_id = r.queue_id
        WHERE r.recipient LIKE ${part} AND e.recipient = ''
      UNION ALL
      SELECT e.id FROM delivery_events e WHERE e.kind = 'refused' AND lower(e.fact->>'sender') LIKE ${part}
      UNION ALL
      SELECT e.id FROM queued_messages m JOIN delivery_events e ON e.host_id = m.host_id AND e.queue_id = m.queue_id
        WHERE m.message_id IN (${words}, '<' || ${words} || '>') OR lower(m.sender) LIKE ${part}
    ) AS found LIMIT ${commonFrom}`
  return rows.length < commonFrom ? rows.map(({ id }) => id) : null
}

/** Tries, refusals and ends at these mail hosts, newest first. */
export async function findDeliveryLog(search: LogSearch): Promise<LogRow[]> {
  const { hosts, domain, words, from, to, before, limit } = search
  const candidates = await findCandidates(hosts, words)
  const part = `%${likeLiteral(words.toLowerCase())}%`
  const ofDomain = domain === null ? null : `%@${likeLiteral(domain)}`
  return db().$queryRaw<LogRow[]>`
    SELECT e.id, e.host_id AS "hostId", e.queue_id AS "queueId", e.kind, e.recipient, e.at, e.fact,
      coalesce(m.sender, e.fact->>'sender', '') AS sender, coalesce(m.message_id, '') AS "messageId"
    FROM delivery_events e
    LEFT JOIN queued_messages m ON m.host_id = e.host_id AND m.queue_id = e.queue_id
    WHERE e.host_id = ANY(${hosts})
      AND e.kind IN ('delivery', 'refused', 'expired', 'held', 'released', 'deleted')
      AND (${candidates}::bigint[] IS NULL OR e.id = ANY(${candidates}::bigint[]))
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
