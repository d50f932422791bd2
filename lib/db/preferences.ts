import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'

/** What is stored; an empty document when nothing was ever chosen. */
export async function findPreferences(accountId: string): Promise<unknown> {
  const row = await db().preferences.findUnique({ where: { accountId }, select: { document: true } })
  return row?.document ?? {}
}

/** Lays `change` over what is stored, in one step: two browsers that change different things both have their way. */
export async function mergePreferences(accountId: string, change: Prisma.InputJsonObject): Promise<unknown> {
  const rows = await db().$queryRaw<{ document: unknown }[]>`
    INSERT INTO preferences (account_id, document) VALUES (${accountId}::uuid, ${JSON.stringify(change)}::jsonb)
    ON CONFLICT (account_id) DO UPDATE
    SET document = preferences.document || excluded.document, updated_at = now()
    RETURNING document`
  return rows[0]?.document ?? {}
}
