import { wordIndex } from '@/lib/db/word-index/pool'

/** A mailbox as the index knows it; `complete` once every message below `uidNext` was read. */
export type IndexedMailbox = {
  id: number
  path: string
  uidValidity: number
  uidNext: number
  messages: number
  complete: boolean
}
type Row = {
  id: number
  path: string
  uid_validity: string
  uid_next: string
  messages: number
  complete: boolean
}

export async function indexedMailboxes(accountId: string): Promise<IndexedMailbox[]> {
  const { rows } = await wordIndex().query<Row>(
    'SELECT id, path, uid_validity, uid_next, messages, complete FROM indexed_mailboxes WHERE account_id = $1',
    [accountId],
  )
  return rows.map(({ id, path, uid_validity, uid_next, messages, complete }) => ({
    id,
    path,
    uidValidity: Number(uid_validity),
    uidNext: Number(uid_next),
    messages,
    complete,
  }))
}

type State = { path: string; uidValidity: number; uidNext: number; messages: number }

/** Takes up a mailbox, or begins it anew after its UIDs changed their meaning. */
export async function beginMailbox(accountId: string, state: State): Promise<IndexedMailbox> {
  const { rows } = await wordIndex().query<{ id: number }>(
    `WITH begun AS (
       INSERT INTO indexed_mailboxes (account_id, path, uid_validity, messages) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id, path) DO UPDATE
       SET uid_validity = excluded.uid_validity, messages = excluded.messages, uid_next = 0, complete = false
       RETURNING id),
     emptied AS (DELETE FROM indexed_places WHERE mailbox_id = (SELECT id FROM begun))
     SELECT id FROM begun`,
    [accountId, state.path, state.uidValidity, state.messages],
  )
  return { id: rows[0]?.id ?? 0, ...state, uidNext: 0, complete: false }
}

/** Writes down how far a mailbox was read: to `state`, completely or not. */
export async function noteMailbox(id: number, state: State, complete: boolean): Promise<void> {
  await wordIndex().query(
    `UPDATE indexed_mailboxes SET messages = $2, complete = $3, uid_next = CASE WHEN $3 THEN $4 ELSE uid_next END
     WHERE id = $1`,
    [id, state.messages, complete, state.uidNext],
  )
}

/** Drops mailboxes that are no more, and where their messages were. */
export async function dropMailboxes(ids: number[]): Promise<void> {
  await wordIndex().query(
    `WITH gone AS (DELETE FROM indexed_mailboxes WHERE id = ANY($1) RETURNING id)
     DELETE FROM indexed_places WHERE mailbox_id IN (SELECT id FROM gone)`,
    [ids],
  )
}
