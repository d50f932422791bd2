import type { MailAccount } from '@/lib/auth/signed-in'
import type { BulkList, BulkState } from '@/lib/contract/bulk'
import { type BulkRow, findUndone, listBulk } from '@/lib/db/bulk-actions'

const hourMs = 3_600_000

/** Ended in whatever way, changed something, was not taken back, and is nothing that cannot be. */
const canUndo = ({ state, kind, done }: BulkRow): boolean =>
  !['running', 'canceling'].includes(state) && kind !== 'undo' && kind !== 'remove' && done > 0

/** A row as the contract gives it. */
export const toBulkState = (row: BulkRow, undone: boolean): BulkState => ({
  id: row.id,
  kind: row.kind as BulkState['kind'],
  state: row.state as BulkState['state'],
  total: row.total,
  done: row.done,
  skipped: row.skipped,
  undoable: !undone && canUndo(row),
  error: row.error,
})

/** Bulk work of the account that runs, or ended within the hour. */
export async function listBulkActions({ accountId }: MailAccount): Promise<BulkList> {
  const rows = await listBulk(accountId, new Date(Date.now() - hourMs), 20)
  const undone = await findUndone(rows.map(({ id }) => id))
  return { actions: rows.map((row) => toBulkState(row, undone.has(row.id))) }
}
