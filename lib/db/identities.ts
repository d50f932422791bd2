import { db } from '@/lib/db/client'

type Fields = { name: string; replyTo: string; signature: string; isDefault: boolean }
const shown = { address: true, name: true, replyTo: true, signature: true, isDefault: true } as const

/** At most 200, by address. */
export function findIdentities(accountId: string) {
  return db().identity.findMany({ where: { accountId }, orderBy: { address: 'asc' }, select: shown, take: 200 })
}

/** Null for an address nothing was said of. */
export function findIdentity(accountId: string, address: string) {
  return db().identity.findUnique({ where: { accountId_address: { accountId, address } }, select: shown })
}

/** Writes it. A new default takes that from the one before. */
export async function saveIdentityRow(accountId: string, address: string, fields: Fields): Promise<void> {
  const others = { accountId, isDefault: true, NOT: { address } }
  await db().$transaction([
    ...(fields.isDefault ? [db().identity.updateMany({ where: others, data: { isDefault: false } })] : []),
    db().identity.upsert({
      where: { accountId_address: { accountId, address } },
      create: { accountId, address, ...fields },
      update: fields,
    }),
  ])
}

/** False when there was none. */
export async function removeIdentityRow(accountId: string, address: string): Promise<boolean> {
  const { count } = await db().identity.deleteMany({ where: { accountId, address } })
  return count > 0
}
