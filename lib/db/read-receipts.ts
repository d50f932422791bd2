import { db } from '@/lib/db/client'

type ReceiptKind = 'displayed' | 'deleted'

/** What one recipient's program said of a message this account sent, with whose Message-ID. */
export type StoredReceipt = { recipient: string; kind: ReceiptKind; at: Date }

/** The first one counts. False when there was one before. */
export async function keepReceipt(accountId: string, messageId: string, receipt: StoredReceipt): Promise<boolean> {
  const data = [{ accountId, messageId, ...receipt }]
  return (await db().readReceipt.createMany({ data, skipDuplicates: true })).count > 0
}

export async function findReceipts(accountId: string, messageId: string): Promise<StoredReceipt[]> {
  const rows = await db().readReceipt.findMany({ where: { accountId, messageId } })
  return rows.map(({ recipient, kind, at }) => ({ recipient, kind: kind === 'deleted' ? 'deleted' : 'displayed', at }))
}
