import { findLogins } from '@/lib/db/delivery'

type WithLogin<Entry> = { entry: Entry; login: string | null }

/** Messages of a queue with who signed in to hand each in, as our logs know; null for who is not of ours. */
export async function withLogins<Entry extends { queueId: string }>(
  queue: string,
  entries: Entry[],
): Promise<WithLogin<Entry>[]> {
  const rows = await findLogins(
    queue,
    entries.map(({ queueId }) => queueId),
  )
  const logins = new Map(rows.map(({ queueId, login }) => [queueId, login]))
  return entries.map((entry) => ({ entry, login: logins.get(entry.queueId) ?? null }))
}
