import { db } from '@/lib/db/client'

export type StoredUpload = { id: string; name: string; contentType: string; size: number }

const shape = { id: true, name: true, contentType: true, size: true } as const
type Row = { id: string; name: string; contentType: string; size: bigint }
const stored = (row: Row): StoredUpload => ({ ...row, size: Number(row.size) })

export async function createUpload(accountId: string, name: string, contentType: string): Promise<string> {
  const { id } = await db().upload.create({ data: { accountId, name, contentType }, select: { id: true } })
  return id
}

export async function completeUpload(id: string, size: number): Promise<void> {
  await db().upload.update({ where: { id }, data: { size: BigInt(size), complete: true } })
}

/** Finished uploads of that account among `ids`; those of others are as if they were not there. */
export async function findUploads(accountId: string, ids: string[]): Promise<StoredUpload[]> {
  const rows = await db().upload.findMany({ where: { accountId, id: { in: ids }, complete: true }, select: shape })
  return rows.map(stored)
}

/** False when the account has no such upload. */
export async function removeUploadRow(accountId: string, id: string): Promise<boolean> {
  const { count } = await db().upload.deleteMany({ where: { accountId, id } })
  return count > 0
}

/** Moves the age of uploads to now: a draft that is still being written holds them. */
export async function touchUploads(accountId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await db().upload.updateMany({ where: { accountId, id: { in: ids } }, data: { createdAt: new Date() } })
}

/** Takes out the rows of uploads older than `before`, and gives their ids. */
export async function takeOldUploads(before: Date): Promise<string[]> {
  const rows = await db().upload.findMany({ where: { createdAt: { lt: before } }, select: { id: true }, take: 1000 })
  const ids = rows.map(({ id }) => id)
  await db().upload.deleteMany({ where: { id: { in: ids } } })
  return ids
}
