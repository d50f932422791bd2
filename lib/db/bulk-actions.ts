import { db } from '@/lib/db/client'
import { Prisma } from './generated/client'

/** Some hundred messages of one mailbox (path) and what happens to them; what the JSON holds is lib/service's matter. */
export type NewChunk = { mailbox: string; uidValidity: number; uids: string; change: object }
export type BulkChunk = NewChunk & { bulkId: string; seq: number; journal: unknown }

export type BulkRow = {
  id: string
  accountId: string
  kind: string
  state: string
  total: number
  done: number
  skipped: number
  error: string | null
  undoes: string | null
}

const live = ['running', 'canceling']

type NewBulk = { accountId: string; kind: string; total: number; undoes?: string }

/** An action with all its chunks. Their order is the order of the work. */
export async function createBulk(bulk: NewBulk, chunks: NewChunk[]): Promise<BulkRow> {
  const rows = chunks.map((chunk, seq) => ({ ...chunk, seq, uidValidity: BigInt(chunk.uidValidity) }))
  return db().bulkAction.create({ data: { ...bulk, chunks: { createMany: { data: rows } } } })
}

/** One action of that account; another's is as if it were not there. */
export function findBulk(accountId: string, id: string): Promise<BulkRow | null> {
  return db().bulkAction.findFirst({ where: { id, accountId } })
}

/** What runs and what ended since, newest first. */
export function listBulk(accountId: string, since: Date, limit: number): Promise<BulkRow[]> {
  const where = { accountId, OR: [{ state: { in: live } }, { finishedAt: { gte: since } }] }
  return db().bulkAction.findMany({ where, orderBy: { createdAt: 'desc' }, take: limit })
}

/** Ids of actions that were taken back, or are being. */
export async function findUndone(ids: string[]): Promise<Set<string>> {
  const rows = await db().bulkAction.findMany({ where: { undoes: { in: ids } }, select: { undoes: true } })
  return new Set(rows.flatMap(({ undoes }) => undoes ?? []))
}

/** The account's oldest unfinished action: they are carried out in the order they were asked for. */
export function oldestLive(accountId: string): Promise<BulkRow | null> {
  return db().bulkAction.findFirst({ where: { accountId, state: { in: live } }, orderBy: { createdAt: 'asc' } })
}

export async function accountsWithBulkWork(): Promise<string[]> {
  const where = { state: { in: live } }
  const rows = await db().bulkAction.findMany({ where, distinct: ['accountId'], select: { accountId: true } })
  return rows.map(({ accountId }) => accountId)
}

/** Changes the state when it is still one of `from`. False when it is not. */
export async function changeBulkState(id: string, from: string[], state: string, error?: string): Promise<boolean> {
  const ended = live.includes(state) ? {} : { finishedAt: new Date(), error: error ?? null }
  const { count } = await db().bulkAction.updateMany({ where: { id, state: { in: from } }, data: { state, ...ended } })
  return count > 0
}

type ChunkRow = { bulk_id: string; seq: number; mailbox: string; uid_validity: bigint; uids: string; change: object }

/**
 * The next chunk, for this long nobody else's: one that was started and never ended, or the first untouched one.
 * Null when none is left; `busy` when the one in turn is still another worker's.
 */
export async function claimChunk(bulkId: string, leaseMs: number): Promise<BulkChunk | 'busy' | null> {
  const left = await db().bulkChunk.findFirst({ where: { bulkId, state: { not: 'done' } }, orderBy: { seq: 'asc' } })
  if (left === null) return null
  const rows = await db().$queryRaw<(ChunkRow & { journal: unknown })[]>`
    UPDATE bulk_chunks SET state = 'started', lease_until = now() + ${leaseMs} * interval '1 ms'
    WHERE bulk_id = ${bulkId}::uuid AND seq = ${left.seq} AND state <> 'done'
      AND (lease_until IS NULL OR lease_until < now())
    RETURNING bulk_id::text, seq, mailbox, uid_validity, uids, change, journal`
  const [row] = rows
  if (row === undefined) return 'busy'
  const { bulk_id, uid_validity, ...rest } = row
  return { ...rest, bulkId: bulk_id, uidValidity: Number(uid_validity) }
}

const one = ({ bulkId, seq }: BulkChunk) => ({ bulkId_seq: { bulkId, seq } })

/** Written before the change is made. */
export async function writeJournal(chunk: BulkChunk, journal: object): Promise<void> {
  await db().bulkChunk.update({ where: one(chunk), data: { journal } })
}

/** Its worker met a fault and has let go: it may be taken up at once. */
export async function releaseChunk(chunk: BulkChunk): Promise<void> {
  await db().bulkChunk.updateMany({ where: { bulkId: chunk.bulkId, seq: chunk.seq }, data: { leaseUntil: null } })
}

/** Ends a chunk and counts it, once: both or neither. */
export async function finishChunk(chunk: BulkChunk, done: number, skipped: number, opposite: object[]): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.bulkChunk.updateMany({
      where: { bulkId: chunk.bulkId, seq: chunk.seq, state: 'started' },
      data: { state: 'done', leaseUntil: null, journal: Prisma.DbNull, opposite },
    })
    if (count === 0) return
    const data = { done: { increment: done }, skipped: { increment: skipped } }
    await tx.bulkAction.update({ where: { id: chunk.bulkId }, data })
  })
}

/**
 * What takes an action back: the opposites of its finished chunks, in the order of the work, so that messages come back in
 * the order they were in.
 */
export async function listOpposites(bulkId: string): Promise<unknown[]> {
  const where = { bulkId, state: 'done' }
  const rows = await db().bulkChunk.findMany({ where, orderBy: { seq: 'asc' }, select: { opposite: true } })
  return rows.flatMap(({ opposite }) => (Array.isArray(opposite) ? opposite : []))
}

export async function removeFinishedBefore(before: Date): Promise<void> {
  await db().bulkAction.deleteMany({ where: { finishedAt: { lt: before } } })
}
