import { readMultirange, toMultirange } from '@/lib/db/word-index/multirange'
import { inTransaction, wordIndex } from '@/lib/db/word-index/pool'

type Runs = [first: number, last: number][]

export async function countPlaces(mailboxId: number): Promise<number> {
  const { rows } = await wordIndex().query<{ count: number }>(
    'SELECT count(*)::int AS count FROM indexed_places WHERE mailbox_id = $1',
    [mailboxId],
  )
  return rows[0]?.count ?? 0
}

/** Forgets the places of messages that are not in the mailbox any more, and says which messages are not known yet. */
export async function comparePlaces(mailboxId: number, onServer: Runs): Promise<Runs> {
  const server = toMultirange(onServer)
  await wordIndex().query('DELETE FROM indexed_places WHERE mailbox_id = $1 AND NOT uid <@ $2::int8multirange', [
    mailboxId,
    server,
  ])
  const { rows } = await wordIndex().query<{ missing: string }>(
    `SELECT ($2::int8multirange - coalesce(range_agg(int8range(uid, uid, '[]')), '{}'))::text AS missing
     FROM indexed_places WHERE mailbox_id = $1`,
    [mailboxId, server],
  )
  return readMultirange(rows[0]?.missing ?? '{}')
}

type Seen = { uid: number; guid: string }

/** Gives messages the index knows their new places; returns the others. Moving reads no message again. */
export async function placeKnown(accountId: string, mailboxId: number, seen: Seen[]): Promise<Seen[]> {
  const { rows } = await wordIndex().query<{ uid: string }>(
    `WITH seen AS (SELECT * FROM unnest($3::bigint[], $4::uuid[]) AS s(uid, guid))
     INSERT INTO indexed_places (mailbox_id, uid, message_id)
     SELECT $2, s.uid, m.id FROM seen s JOIN indexed_messages m ON m.account_id = $1 AND m.guid = s.guid
     WHERE EXISTS (SELECT FROM indexed_mailboxes WHERE id = $2)
     ON CONFLICT (mailbox_id, uid) DO UPDATE SET message_id = excluded.message_id
     RETURNING uid`,
    [accountId, mailboxId, seen.map(({ uid }) => uid), seen.map(({ guid }) => guid)],
  )
  const placed = new Set(rows.map(({ uid }) => Number(uid)))
  return seen.filter(({ uid }) => !placed.has(uid))
}

/** What the index keeps of a message. `words` is a tsvector as text, `shape` where its text is (see text-shape). */
export type ReadMessage = Seen & {
  arrived: Date
  size: number
  attached: boolean
  shape: string
  fileTries: number
  words: string
}

/** Stores messages read and where they are, all or none. */
export function storeMessages(accountId: string, mailboxId: number, messages: ReadMessage[]): Promise<void> {
  const column = <K extends keyof ReadMessage>(name: K) => messages.map((message) => message[name])
  return inTransaction(async (client) => {
    const held = await client.query('SELECT FROM indexed_mailboxes WHERE id = $1 FOR KEY SHARE', [mailboxId])
    if (held.rowCount === 0) throw new Error('the mailbox was dropped from the index meanwhile')
    await client.query(
      `INSERT INTO indexed_messages (account_id, guid, arrived, size, attached, shape, file_tries, words)
       SELECT $1, g.guid, g.arrived, g.size, g.attached, g.shape, g.tries, g.words::tsvector
       FROM unnest($2::uuid[], $3::timestamptz[], $4::bigint[], $5::bool[], $6::text[], $7::smallint[], $8::text[])
         AS g(guid, arrived, size, attached, shape, tries, words)
       ON CONFLICT (account_id, guid) DO NOTHING`,
      [
        accountId,
        column('guid'),
        column('arrived'),
        column('size'),
        column('attached'),
        column('shape'),
        column('fileTries'),
        column('words'),
      ],
    )
    await client.query(
      `INSERT INTO indexed_places (mailbox_id, uid, message_id)
       SELECT $2, s.uid, m.id FROM unnest($3::bigint[], $4::uuid[]) AS s(uid, guid)
       JOIN indexed_messages m ON m.account_id = $1 AND m.guid = s.guid
       ON CONFLICT (mailbox_id, uid) DO UPDATE SET message_id = excluded.message_id`,
      [accountId, mailboxId, column('uid'), column('guid')],
    )
  })
}

/** Drops the words of messages that are nowhere any more, at most `limit` of them; says how many. */
export async function dropUnplaced(accountId: string, limit: number): Promise<number> {
  const { rowCount } = await wordIndex().query(
    `DELETE FROM indexed_messages WHERE id IN (
       SELECT m.id FROM indexed_messages m
       WHERE m.account_id = $1 AND NOT EXISTS (SELECT FROM indexed_places p WHERE p.message_id = m.id)
       LIMIT $2)`,
    [accountId, limit],
  )
  return rowCount ?? 0
}
