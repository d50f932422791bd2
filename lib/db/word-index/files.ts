import { wordIndex } from '@/lib/db/word-index/pool'

/** A message whose files wait to be read, and one place where it is. */
export type WaitingFiles = { messageId: string; path: string; uidValidity: number; uid: number }

/**
 * The newest messages of the account whose files wait. Each loses one of its tries now, so that a file that ends the
 * worker is given up and not read for ever.
 */
export async function takeWaitingFiles(accountId: string, limit: number): Promise<WaitingFiles[]> {
  const { rows } = await wordIndex().query<{ id: string; path: string; uid_validity: string; uid: string }>(
    `WITH waiting AS (
       SELECT id FROM indexed_messages WHERE account_id = $1 AND file_tries > 0 ORDER BY arrived DESC LIMIT $2),
     taken AS (UPDATE indexed_messages SET file_tries = file_tries - 1 WHERE id IN (SELECT id FROM waiting) RETURNING id)
     SELECT DISTINCT ON (t.id) t.id, b.path, b.uid_validity, p.uid
     FROM taken t JOIN indexed_places p ON p.message_id = t.id JOIN indexed_mailboxes b ON b.id = p.mailbox_id`,
    [accountId, limit],
  )
  return rows.map((row) => ({
    messageId: row.id,
    path: row.path,
    uidValidity: Number(row.uid_validity),
    uid: Number(row.uid),
  }))
}

/** Adds the words of a message's files (a tsvector as text) to its own. */
export async function storeFileWords(messageId: string, words: string): Promise<void> {
  await wordIndex().query(
    `UPDATE indexed_messages SET file_tries = 0, words = CASE WHEN $2 = '' THEN words ELSE words || $2::tsvector END
     WHERE id = $1`,
    [messageId, words],
  )
}
