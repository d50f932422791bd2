import { dropConversations } from '@/lib/db/kept-conversations'
import { wordIndex } from '@/lib/db/word-index/pool'

/** Accounts the index holds something of and that exist no more. */
export async function removedAccounts(): Promise<string[]> {
  const { rows } = await wordIndex().query<{ account_id: string }>(
    `SELECT DISTINCT b.account_id FROM indexed_mailboxes b
     WHERE NOT EXISTS (SELECT FROM accounts a WHERE a.id = b.account_id)`,
  )
  return rows.map(({ account_id }) => account_id)
}

/** Drops all the index holds of an account, a few thousand messages at a time. */
export async function dropAccount(accountId: string): Promise<void> {
  const pool = wordIndex()
  for (let dropped = 1; dropped > 0; ) {
    const { rowCount } = await pool.query(
      `WITH part AS (SELECT id FROM indexed_messages WHERE account_id = $1 LIMIT 5000),
       places AS (DELETE FROM indexed_places WHERE message_id IN (SELECT id FROM part))
       DELETE FROM indexed_messages WHERE id IN (SELECT id FROM part)`,
      [accountId],
    )
    dropped = rowCount ?? 0
  }
  await dropConversations(accountId)
  await pool.query(
    `WITH gone AS (DELETE FROM indexed_mailboxes WHERE account_id = $1 RETURNING id)
     DELETE FROM indexed_places WHERE mailbox_id IN (SELECT id FROM gone)`,
    [accountId],
  )
}

/** Dovecot's words about addresses that no account has. */
export async function dropForeignStates(): Promise<void> {
  await wordIndex().query(
    'DELETE FROM mailbox_states m WHERE NOT EXISTS (SELECT FROM accounts a WHERE a.address = m.address)',
  )
}

export type IndexedAccount = {
  address: string
  mailboxes: number
  /** On the server when it was looked at last, and of those in the index. */
  messages: number
  indexed: number
  filesWaiting: number
}

/** How far the index is with each account, or with one. */
export async function indexedAccounts(address: string | null): Promise<IndexedAccount[]> {
  const { rows } = await wordIndex().query<
    Record<'mailboxes' | 'messages' | 'indexed' | 'files', number> & { address: string }
  >(
    `SELECT a.address, count(b.id)::int AS mailboxes, coalesce(sum(b.messages), 0)::int AS messages,
       coalesce(sum(p.places), 0)::int AS indexed,
       (SELECT count(*)::int FROM indexed_messages m WHERE m.account_id = a.id AND m.file_tries > 0) AS files
     FROM accounts a LEFT JOIN indexed_mailboxes b ON b.account_id = a.id
     LEFT JOIN LATERAL (SELECT count(*) AS places FROM indexed_places p WHERE p.mailbox_id = b.id) p ON true
     WHERE a.active AND ($1::text IS NULL OR a.address = $1) GROUP BY a.id ORDER BY a.address`,
    [address],
  )
  return rows.map(({ files, ...row }) => ({ ...row, filesWaiting: files }))
}

/** Forgets what was read of these accounts and asks the worker to read it anew. */
export async function forgetAccounts(accounts: { id: string; address: string }[]): Promise<void> {
  for (const { id, address } of accounts) {
    await dropAccount(id)
    await wordIndex().query("SELECT pg_notify('mailbox_changed', $1)", [address])
  }
}
