import { db } from '@/lib/db/client'

/** The next UID the worker has not looked at in an account's inbox. */
export type ArrivalPosition = { uidValidity: number; uidNext: number }

/** Starts to follow an inbox from here; does nothing when it is followed already. */
export async function followArrivals(accountId: string, { uidValidity, uidNext }: ArrivalPosition): Promise<void> {
  const data = [{ accountId, uidValidity: BigInt(uidValidity), uidNext: BigInt(uidNext) }]
  await db().arrivalPosition.createMany({ data, skipDuplicates: true })
}

export async function findArrivalPosition(accountId: string): Promise<ArrivalPosition | null> {
  const row = await db().arrivalPosition.findUnique({ where: { accountId } })
  return row && { uidValidity: Number(row.uidValidity), uidNext: Number(row.uidNext) }
}

export async function moveArrivalPosition(accountId: string, { uidValidity, uidNext }: ArrivalPosition): Promise<void> {
  const data = { uidValidity: BigInt(uidValidity), uidNext: BigInt(uidNext) }
  await db().arrivalPosition.updateMany({ where: { accountId }, data })
}

export async function stopFollowing(accountId: string): Promise<void> {
  await db().arrivalPosition.deleteMany({ where: { accountId } })
}

/** Every account whose inbox is followed. */
export async function listFollowed(): Promise<string[]> {
  const rows = await db().arrivalPosition.findMany({ select: { accountId: true } })
  return rows.map(({ accountId }) => accountId)
}
