import { db } from '@/lib/db/client'
import { ownFields } from '@/lib/db/contacts/list'
import { forget } from '@/lib/db/contacts/save'
import { changeContacts, contactLimit, type Transaction } from '@/lib/db/contacts/write'
import type { Prisma } from '@/lib/db/generated/client'

const whole = {
  ...ownFields,
  sortKey: true,
  words: true,
  addresses: {
    select: { key: true, address: true, position: true, uses: true, lastUsedAt: true, heat: true, words: true },
  },
  groups: { select: { groupId: true } },
} as const

const findWhole = (tx: Transaction, accountId: string, ids: string[]) =>
  tx.contact.findMany({ where: { accountId, id: { in: ids } }, select: whole })
type WholeContact = Awaited<ReturnType<typeof findWhole>>[number]

/** Times become texts (ISO 8601), as which they are written again. */
const asJson = (contacts: WholeContact[]): Prisma.InputJsonValue => JSON.parse(JSON.stringify(contacts))

/** Removes contacts and keeps what they were. @returns how many there were, and what brings them back */
export const removeContacts = (accountId: string, ids: string[]): Promise<{ removed: number; undo: string | null }> =>
  changeContacts(accountId, async (tx) => {
    const contacts = await findWhole(tx, accountId, ids)
    if (contacts.length === 0) return { removed: 0, undo: null }
    const found = contacts.map(({ id }) => id)
    const { id } = await tx.removedContacts.create({
      data: { accountId, contacts: asJson(contacts) },
      select: { id: true },
    })
    await forget(tx, accountId, { contactId: { in: found } })
    const { count } = await tx.contact.deleteMany({ where: { accountId, id: { in: found } } })
    return { removed: count, undo: id }
  })

export type Restored = { restored: number } | { problem: 'gone' | 'full' }

/**
 * Brings back what was removed together: with what its addresses were used for, and in the groups that are still there. An
 * address that another contact has by now stays with that one; what has nothing else does not come back.
 */
export const restoreContacts = (accountId: string, undo: string): Promise<Restored> =>
  changeContacts(accountId, async (tx) => {
    const kept = await tx.removedContacts.findFirst({ where: { id: undo, accountId }, select: { contacts: true } })
    if (kept === null) return { problem: 'gone' }
    // as removeContacts wrote it, and nobody else
    const all = kept.contacts as unknown as WholeContact[]
    const contacts = await stillFree(tx, accountId, all)
    if ((await tx.contact.count({ where: { accountId } })) + contacts.length > contactLimit) return { problem: 'full' }
    await tx.contact.createMany({
      data: contacts.map(({ addresses: _, groups: __, ...contact }) => ({ ...contact, accountId })),
    })
    const rows = contacts.flatMap(({ id, addresses }) => addresses.map((row) => ({ ...row, accountId, contactId: id })))
    await tx.contactAddress.createMany({ data: rows })
    await joinGroups(tx, accountId, contacts)
    await tx.forgottenAddress.deleteMany({ where: { accountId, key: { in: rows.map(({ key }) => key) } } })
    await tx.removedContacts.delete({ where: { id: undo } })
    return { restored: contacts.length }
  })

async function stillFree(tx: Transaction, accountId: string, all: WholeContact[]): Promise<WholeContact[]> {
  const keys = all.flatMap(({ addresses }) => addresses.map(({ key }) => key))
  const holders = await tx.contactAddress.findMany({ where: { accountId, key: { in: keys } }, select: { key: true } })
  const held = new Set(holders.map(({ key }) => key))
  return all.flatMap((contact) => {
    const free = contact.addresses.filter(({ key }) => !held.has(key))
    // the first one is the one that is written to
    const addresses = free
      .toSorted((a, b) => a.position - b.position)
      .map((address, position) => ({ ...address, position }))
    const nothingElse = contact.phones.length === 0 && contact.note === '' && contact.organisation === ''
    const wasAddress = addresses.length === 0 && contact.addresses.length > 0 && nothingElse
    return wasAddress ? [] : [{ ...contact, addresses }]
  })
}

async function joinGroups(tx: Transaction, accountId: string, contacts: WholeContact[]): Promise<void> {
  const groups = await tx.contactGroup.findMany({ where: { accountId }, select: { id: true } })
  const there = new Set(groups.map(({ id }) => id))
  const members = contacts.flatMap(({ id, groups: of }) =>
    of.filter(({ groupId }) => there.has(groupId)).map(({ groupId }) => ({ groupId, contactId: id })),
  )
  await tx.contactGroupMember.createMany({ data: members, skipDuplicates: true })
}

export async function forgetRemovedBefore(before: Date): Promise<void> {
  await db().removedContacts.deleteMany({ where: { removedAt: { lt: before } } })
}
