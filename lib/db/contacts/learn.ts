import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'
import { addHeat } from '@/lib/db/contacts/heat'
import { wordsOf } from '@/lib/db/contacts/words'
import { addressRow, changeContacts, contactLimit, indexOf, type Transaction } from '@/lib/db/contacts/write'

/** An address that was written to: how often, when last, and what it was called then. */
export type Learned = { key: string; address: string; name: string; uses: number; lastUsedAt: Date; heat: number }
/** Up to where Sent has been read, and when. */
export type SentPlace = { uidValidity: bigint; uidNext: bigint; learnedAt: Date }

const place = { uidValidity: true, uidNext: true, learnedAt: true } as const

/** Null when Sent was never read. */
export const findSentPlace = (accountId: string): Promise<SentPlace | null> =>
  db().learnedSent.findUnique({ where: { accountId }, select: place })

/** Takes in what was read of Sent between two places, once: nothing when somebody else read on from `from` already. */
export const learnSent = (
  accountId: string,
  learned: Learned[],
  from: SentPlace | null,
  to: SentPlace,
): Promise<boolean> =>
  changeContacts(accountId, async (tx) => {
    const now = await tx.learnedSent.findUnique({ where: { accountId }, select: place })
    if (now?.uidNext !== from?.uidNext || now?.uidValidity !== from?.uidValidity) return false
    await tx.learnedSent.upsert({ where: { accountId }, create: { accountId, ...to }, update: to })
    await take(tx, accountId, learned)
    return true
  })

/** Takes in addresses of which no mailbox tells. */
export const learnAddresses = (accountId: string, learned: Learned[]): Promise<void> =>
  changeContacts(accountId, (tx) => take(tx, accountId, learned))

async function take(tx: Transaction, accountId: string, learned: Learned[]): Promise<void> {
  const where = { accountId, key: { in: learned.map(({ key }) => key) } }
  const select = { key: true, heat: true, contact: { select: { id: true, name: true, learned: true } } } as const
  const rows = await tx.contactAddress.findMany({ where, select })
  const forgotten = new Map((await tx.forgottenAddress.findMany({ where })).map((row) => [row.key, row.forgottenAt]))
  const known = new Map(rows.map((row) => [row.key, row]))
  const fresh = learned.filter(({ key, lastUsedAt }) => !known.has(key) && isAfter(lastUsedAt, forgotten.get(key)))
  await countUses(
    tx,
    accountId,
    learned.flatMap((one) => {
      const row = known.get(one.key)
      return row === undefined ? [] : { ...one, heat: addHeat(row.heat, one.heat) }
    }),
  )
  for (const { key, address, name } of learned) {
    const contact = known.get(key)?.contact
    if (contact?.learned && name !== '' && name !== contact.name) await rename(tx, accountId, contact.id, name, address)
  }
  await create(tx, accountId, fresh)
}

/** Dates of messages have whole seconds. */
const isAfter = (date: Date, forgottenAt: Date | undefined) =>
  forgottenAt === undefined || date.getTime() >= Math.floor(forgottenAt.getTime() / 1000) * 1000

async function countUses(tx: Transaction, accountId: string, counted: Learned[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE contact_addresses a
    SET uses = a.uses + v.uses, heat = v.heat, last_used_at = greatest(a.last_used_at, v.used_at)
    FROM unnest(${counted.map(({ key }) => key)}::text[], ${counted.map(({ uses }) => uses)}::int[],
                ${counted.map(({ heat }) => heat)}::float8[], ${counted.map(({ lastUsedAt }) => lastUsedAt)}::timestamptz[])
         AS v(key, uses, heat, used_at)
    WHERE a.account_id = ${accountId}::uuid AND a.key = v.key`
}

/** A contact nobody edited has one address, and the name it was last written to by. */
async function rename(tx: Transaction, accountId: string, id: string, name: string, address: string): Promise<void> {
  await tx.contact.update({ where: { id }, data: { name, ...indexOf(named(name, address)) } })
  await tx.contactAddress.updateMany({
    where: { accountId, contactId: id },
    data: { words: wordsOf([name], [address]) },
  })
}

const named = (name: string, address: string) => ({
  name,
  organisation: '',
  phones: [],
  note: '',
  addresses: [address],
})

async function create(tx: Transaction, accountId: string, learned: Learned[]): Promise<void> {
  const room = contactLimit - (await tx.contact.count({ where: { accountId } }))
  const taken = learned.slice(0, Math.max(0, room)).map((one) => ({ ...one, id: randomUUID() }))
  await tx.contact.createMany({
    data: taken.map(({ id, name, address }) => {
      const fields = named(name, address)
      return { id, accountId, name, learned: true, ...indexOf(fields) }
    }),
  })
  await tx.contactAddress.createMany({
    data: taken.map(({ id, name, address, uses, lastUsedAt, heat }) => ({
      ...addressRow(accountId, id, name, address, 0),
      uses,
      lastUsedAt,
      heat,
    })),
  })
  await tx.forgottenAddress.deleteMany({ where: { accountId, key: { in: taken.map(({ key }) => key) } } })
}
