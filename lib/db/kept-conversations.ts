import { wordIndex, wordSearch } from '@/lib/db/word-index/pool'

/** Where all mailboxes of an account stood together: messages, and the sum of their UIDNEXT. */
export type AccountMark = { messages: number; uidNext: number }

/** How far, and when, the conversations of an account were written down; null when they were not. */
export async function keptMark(accountId: string): Promise<(AccountMark & { writtenAt: Date }) | null> {
  const { rows } = await wordIndex().query<{ messages: number; uid_next: string; written_at: Date }>(
    'SELECT messages, uid_next, written_at FROM kept_conversations WHERE account_id = $1',
    [accountId],
  )
  const [row] = rows
  if (row === undefined) return null
  return { messages: row.messages, uidNext: Number(row.uid_next), writtenAt: row.written_at }
}

/** The columns written down for an account (lib/mail/thread/pack-index.ts), or null. */
export async function keptConversations(accountId: string): Promise<Buffer | null> {
  const { rows } = await wordSearch().query<{ columns: Buffer }>(
    'SELECT columns FROM kept_conversations WHERE account_id = $1',
    [accountId],
  )
  return rows[0]?.columns ?? null
}

/** Writes the conversations of an account down in place of those before; an account that is gone has none. */
export async function keepConversations(accountId: string, mark: AccountMark, columns: Buffer): Promise<void> {
  await wordIndex().query(
    `INSERT INTO kept_conversations (account_id, messages, uid_next, columns, written_at)
     SELECT id, $2, $3, $4, now() FROM accounts WHERE id = $1
     ON CONFLICT (account_id) DO UPDATE
     SET messages = excluded.messages, uid_next = excluded.uid_next, columns = excluded.columns,
       written_at = excluded.written_at`,
    [accountId, mark.messages, mark.uidNext, columns],
  )
}

/** Forgets what was written down for an account. */
export async function dropConversations(accountId: string): Promise<void> {
  await wordIndex().query('DELETE FROM kept_conversations WHERE account_id = $1', [accountId])
}
