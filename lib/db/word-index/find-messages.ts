import { type Condition, ConditionWriter, wantedWords } from '@/lib/db/word-index/condition'
import { wordSearch } from '@/lib/db/word-index/pool'

/** A message that was found: where it is. */
export type FoundMessage = { mailboxId: number; uid: number }
export type Wanted = {
  accountId: string
  /** Mailboxes to look in; a message elsewhere is not found. */
  mailboxIds: number[]
  condition: Condition
  sort: 'newest' | 'best'
  limit: number
}

/** `best` weighs so many of the newest that match; weighing all of a common word in 100,000 messages takes half a second. */
const weighed = 2_000

/**
 * Messages newest first, looked at one after the other until enough are found; of `newest` of them at most. OFFSET 0 keeps
 * PostgreSQL from planning the parts as one.
 */
const walked = (account: string, newest: string) => `(SELECT id, arrived, size, attached, words FROM indexed_messages
    WHERE account_id = ${account} ORDER BY arrived DESC LIMIT ${newest} OFFSET 0) m
  JOIN LATERAL (SELECT mailbox_id, uid FROM indexed_places WHERE message_id = m.id OFFSET 0) p ON true WHERE true`
const planned = (account: string) =>
  `indexed_messages m JOIN indexed_places p ON p.message_id = m.id WHERE m.account_id = ${account}`

type Way = typeof planned

function write({ accountId, mailboxIds, condition }: Wanted, way: Way) {
  const writer = new ConditionWriter()
  const from = way(writer.bind(accountId))
  return {
    writer,
    from: `${from} AND ${writer.write({ kind: 'and', nodes: [{ kind: 'mailboxes', ids: mailboxIds }, condition] })}`,
  }
}

function toSql(wanted: Wanted, way: Way): { text: string; values: unknown[] } {
  const { writer, from } = write(wanted, way)
  const { sort, condition, limit } = wanted
  const ranked = sort === 'best' ? wantedWords(condition) : null
  const found = `SELECT p.mailbox_id, p.uid, m.arrived${ranked === null ? '' : ', m.words'} FROM ${from}
    ORDER BY m.arrived DESC LIMIT ${writer.bind(ranked === null ? limit : weighed)}`
  if (ranked === null) return { text: found, values: writer.values }
  const rank = `ts_rank(words, ${writer.bind(ranked)}::tsquery)`
  const text = `SELECT mailbox_id, uid FROM (${found}) AS newest ORDER BY ${rank} DESC, arrived DESC LIMIT ${writer.bind(limit)}`
  return { text, values: writer.values }
}

/** When so many of the newest messages are found, walking finds enough soon. */
const sampled = 200
const common = 20

/**
 * How PostgreSQL comes to the messages. It chooses well by itself, except for phrases: it takes their words for
 * independent, so a sentence that stands in every second message is expected nowhere, and all that have it are read.
 */
async function wayOf(wanted: Wanted): Promise<Way> {
  if (!wantedWords(wanted.condition)?.includes('<->')) return planned
  const { writer, from } = write(wanted, (account) => walked(account, `${sampled}`))
  const { rows } = await wordSearch().query<{ found: number }>(
    `SELECT count(*)::int AS found FROM ${from}`,
    writer.values,
  )
  return (rows[0]?.found ?? 0) < common ? planned : (account) => walked(account, 'ALL')
}

/** Messages that meet the condition, newest or best first, at most `limit`. */
export async function findMessages(wanted: Wanted): Promise<FoundMessage[]> {
  const { rows } = await wordSearch().query<{ mailbox_id: number; uid: string }>(toSql(wanted, await wayOf(wanted)))
  return rows.map((row) => ({ mailboxId: row.mailbox_id, uid: Number(row.uid) }))
}

/** Where the text of these messages is (see text-shape), in the order asked; empty for those that are gone. */
export async function findShapes(places: FoundMessage[]): Promise<string[]> {
  const { rows } = await wordSearch().query<{ shape: string | null }>(
    `SELECT m.shape FROM unnest($1::int[], $2::bigint[]) WITH ORDINALITY AS s(mailbox_id, uid, place)
     LEFT JOIN indexed_places p ON p.mailbox_id = s.mailbox_id AND p.uid = s.uid
     LEFT JOIN indexed_messages m ON m.id = p.message_id ORDER BY s.place`,
    [places.map(({ mailboxId }) => mailboxId), places.map(({ uid }) => uid)],
  )
  return rows.map(({ shape }) => shape ?? '')
}

/** How much of an account's mail the index holds; `complete` when every message and file was read. */
export async function indexProgress(accountId: string): Promise<{ indexed: number; total: number; complete: boolean }> {
  const { rows } = await wordSearch().query<{ indexed: number; total: number; complete: boolean }>(
    `SELECT coalesce(sum(CASE WHEN b.complete THEN b.messages ELSE p.places END), 0)::int AS indexed,
       coalesce(sum(b.messages), 0)::int AS total,
       count(b.id) > 0 AND coalesce(bool_and(b.complete), false) AND NOT EXISTS (
         SELECT FROM indexed_messages WHERE account_id = $1 AND file_tries > 0) AS complete
     FROM indexed_mailboxes b
     LEFT JOIN LATERAL (SELECT count(*) AS places FROM indexed_places WHERE mailbox_id = b.id) p ON NOT b.complete
     WHERE b.account_id = $1`,
    [accountId],
  )
  return rows[0] ?? { indexed: 0, total: 0, complete: false }
}
