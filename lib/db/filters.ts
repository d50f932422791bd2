import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'

/** Null for an account that never had rules of ours. */
export function findFilterRow(accountId: string) {
  return db().filterSet.findUnique({
    where: { accountId },
    select: { rules: true, fingerprint: true, forwards: true },
  })
}

export async function saveFilterRow(
  accountId: string,
  row: { rules: Prisma.InputJsonValue; fingerprint: string; forwards: string[] },
): Promise<void> {
  await db().filterSet.upsert({
    where: { accountId },
    create: { accountId, ...row },
    update: { ...row, updatedAt: new Date() },
  })
}
