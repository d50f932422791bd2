import { db } from '@/lib/db/client'
import { likeLiteral } from '@/lib/db/like-literal'
import { noticeChannel } from '@/lib/db/notices'

/** What a log told of one message in a queue; what is left out is not known (yet). */
export type QueuedMessageRow = {
  host_id: string
  queue_id: string
  arrived_at: string
  message_id?: string
  sender?: string
  login?: string | null
  client_name?: string
  client_address?: string
  size?: number
  left_at?: string
  parent_queue_id?: string
}

export type DeliveryEventRow = {
  host_id: string
  queue_id: string | null
  kind: string
  recipient: string
  at: string
  fact: object
}

export type StoredPlace = { inode: bigint; offset: bigint; context: unknown }

/** Where the log was read to, or null when it never was. */
export async function findLogPosition(log: string): Promise<StoredPlace | null> {
  const row = await db().logPosition.findUnique({ where: { log } })
  return row && { inode: row.inode, offset: row.offset, context: row.context }
}

/**
 * Tells the web of whoever handed these messages in, at whichever host of ours: heard when the transaction commits. What
 * was filed has no queue id, only the Message-ID.
 */
const tell = `
  SELECT pg_notify('${noticeChannel}', json_build_object('accountId', account, 'topic', 'delivery', 'id', message_id)::text)
  FROM (
    SELECT DISTINCT a.id AS account, sent.message_id
    FROM (
      SELECT here.message_id
      FROM jsonb_to_recordset($1::jsonb) AS e(host_id text, queue_id text)
      JOIN queued_messages here ON here.host_id = e.host_id AND here.queue_id = e.queue_id
      UNION
      SELECT fact->>'messageId' FROM jsonb_to_recordset($1::jsonb) AS e(kind text, fact jsonb) WHERE kind = 'filed'
    ) news_of
    JOIN queued_messages sent ON sent.message_id = news_of.message_id AND sent.message_id <> '' AND sent.login IS NOT NULL
    JOIN accounts a ON a.address = sent.login
    LIMIT 1000
  ) news`

const storeMessages = `
  INSERT INTO queued_messages (host_id, queue_id, arrived_at, message_id, sender, login, client_name, client_address, size, left_at, parent_queue_id)
  SELECT host_id, queue_id, arrived_at, coalesce(message_id, ''), coalesce(sender, ''), login, coalesce(client_name, ''),
         coalesce(client_address, ''), coalesce(size, 0), left_at, parent_queue_id
  FROM jsonb_to_recordset($1::jsonb) AS m(host_id text, queue_id text, arrived_at timestamptz, message_id text, sender text, login text,
    client_name text, client_address text, size int, left_at timestamptz, parent_queue_id text)
  ON CONFLICT (host_id, queue_id) DO UPDATE SET
    message_id = coalesce(nullif(EXCLUDED.message_id, ''), queued_messages.message_id),
    sender = coalesce(nullif(EXCLUDED.sender, ''), queued_messages.sender),
    login = coalesce(EXCLUDED.login, queued_messages.login),
    client_name = coalesce(nullif(EXCLUDED.client_name, ''), queued_messages.client_name),
    client_address = coalesce(nullif(EXCLUDED.client_address, ''), queued_messages.client_address),
    size = greatest(EXCLUDED.size, queued_messages.size),
    left_at = coalesce(EXCLUDED.left_at, queued_messages.left_at),
    parent_queue_id = coalesce(EXCLUDED.parent_queue_id, queued_messages.parent_queue_id)`

const storeEvents = `
  INSERT INTO delivery_events (host_id, queue_id, kind, recipient, at, fact)
  SELECT host_id, queue_id, kind, recipient, at, fact
  FROM ROWS FROM (
    jsonb_to_recordset($1::jsonb) AS (host_id text, queue_id text, kind text, recipient text, at timestamptz, fact jsonb)
  ) WITH ORDINALITY AS e(host_id, queue_id, kind, recipient, at, fact, n)
  ORDER BY n`

function merged(rows: QueuedMessageRow[]): QueuedMessageRow[] {
  const byId = new Map<string, QueuedMessageRow>()
  for (const row of rows) byId.set(row.queue_id, { ...byId.get(row.queue_id), ...row })
  return [...byId.values()]
}

/**
 * Stores what a run of lines told and the place after them in one transaction: a crash between the two cannot be, so no
 * line is lost and none counts twice.
 */
export async function storeLogFacts(
  log: string,
  place: StoredPlace,
  rows: { messages: QueuedMessageRow[]; events: DeliveryEventRow[] },
): Promise<void> {
  const { inode, offset } = place
  const context = place.context as object
  const position = db().logPosition.upsert({
    where: { log },
    create: { log, inode, offset, context },
    update: { inode, offset, context },
  })
  const events = JSON.stringify(rows.events)
  const messages = JSON.stringify(merged(rows.messages))
  await db().$transaction([
    position,
    ...(rows.messages.length > 0 ? [db().$executeRawUnsafe(storeMessages, messages)] : []),
    ...(rows.events.length > 0
      ? [db().$executeRawUnsafe(storeEvents, events), db().$executeRawUnsafe(tell, events)]
      : []),
  ])
}

/** All that was written to the log until then is stored. Nothing happens where the log was never read. */
export async function storeReadUntil(log: string, readAt: Date): Promise<void> {
  await db().logPosition.updateMany({ where: { log }, data: { readAt } })
}

export async function findReadUntil(log: string): Promise<Date | null> {
  const row = await db().logPosition.findUnique({ where: { log }, select: { readAt: true } })
  return row?.readAt ?? null
}

/** Removes what is older. */
export async function removeDeliveryBefore(before: Date): Promise<number> {
  const { count } = await db().deliveryEvent.deleteMany({ where: { at: { lt: before } } })
  await db().queuedMessage.deleteMany({ where: { arrivedAt: { lt: before }, leftAt: { not: null } } })
  return count
}

export type QueuedMessage = {
  hostId: string
  queueId: string
  login: string | null
  sender: string
  messageId: string
  arrivedAt: Date
}
export type StoredEvent = {
  id: bigint
  hostId: string
  queueId: string | null
  kind: string
  recipient: string
  at: Date
  fact: unknown
}

const queuedColumns = {
  hostId: true,
  queueId: true,
  login: true,
  sender: true,
  messageId: true,
  arrivedAt: true,
} as const

/** Whether the queue manager of some host of ours had a message of this Message-ID handed in by `login` since then. */
export async function hasEnteredQueue(messageId: string, login: string, since: Date): Promise<boolean> {
  const where = { messageId, login, size: { gt: 0 }, arrivedAt: { gte: since } }
  return (await db().queuedMessage.count({ where })) > 0
}

/** Every stay in a queue of ours of messages with these Message-IDs (a message passed on has one at each host), oldest first. */
export function findQueued(messageIds: string[]): Promise<QueuedMessage[]> {
  return db().queuedMessage.findMany({
    where: { messageId: { in: messageIds } },
    select: queuedColumns,
    orderBy: { arrivedAt: 'asc' },
    take: 2_000,
  })
}

/** Events of these stays, in the order the logs told them. */
export function findEvents(stays: { hostId: string; queueId: string }[]): Promise<StoredEvent[]> {
  if (stays.length === 0) return Promise.resolve([])
  return db().deliveryEvent.findMany({
    where: { OR: stays.map(({ hostId, queueId }) => ({ hostId, queueId })) },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: 10_000,
  })
}

/** Where Sieve filed what LMTP handed over in these sessions (`filed` events), for these users. */
export function findFilings(users: string[], since: Date): Promise<StoredEvent[]> {
  if (users.length === 0) return Promise.resolve([])
  return db().deliveryEvent.findMany({
    where: { kind: 'filed', recipient: { in: users }, at: { gte: since } },
    orderBy: { id: 'asc' },
    take: 2_000,
  })
}

/**
 * What did not reach a mailbox of these addresses (`+tag` or not) at one mail host: refusals, and tries to deliver that
 * failed there. Newest first.
 */
export function findAttempts(addresses: string[], hostId: string, since: Date, limit: number): Promise<StoredEvent[]> {
  const tagged = addresses.map((address) => {
    const at = address.lastIndexOf('@')
    const [local, domain] = [likeLiteral(address.slice(0, at)), likeLiteral(address.slice(at))]
    return { recipient: { startsWith: `${local}+`, endsWith: domain } }
  })
  const failed = { kind: 'delivery', NOT: { fact: { path: ['status'], equals: 'sent' } } }
  return db().deliveryEvent.findMany({
    where: {
      hostId,
      at: { gte: since },
      AND: [
        { OR: [{ recipient: { in: addresses } }, ...tagged] },
        { OR: [{ kind: 'refused' }, { ...failed, fact: { path: ['program'], equals: 'lmtp' } }] },
      ],
    },
    orderBy: { id: 'desc' },
    take: limit,
  })
}

/** Who signed in to hand these messages of a queue in; of those that our log knows. */
export async function findLogins(hostId: string, queueIds: string[]): Promise<{ queueId: string; login: string }[]> {
  // one array, not a parameter for each: a queue has no longest length, a statement has
  return db().$queryRaw`
    SELECT queue_id AS "queueId", login FROM queued_messages
    WHERE host_id = ${hostId} AND queue_id = ANY(${queueIds}) AND login IS NOT NULL`
}

/** These stays, as far as our logs told of them. */
export function findStays(stays: { hostId: string; queueId: string | null }[]): Promise<QueuedMessage[]> {
  const hosts = Map.groupBy(stays, ({ hostId }) => hostId)
  const OR = [...hosts].map(([hostId, of]) => ({ hostId, queueId: { in: of.flatMap(({ queueId }) => queueId ?? []) } }))
  return db().queuedMessage.findMany({ where: { OR }, select: queuedColumns })
}
