import { db } from '@/lib/db/client'
import { plain } from '@/lib/db/contacts/words'
import { changeContacts } from '@/lib/db/contacts/write'

/** An account has no more groups than that. */
const groupLimit = 500

/** Two groups of one account differ by more than accents and case. */
export const groupKey = (name: string): string => plain(name)

/** Every group of the account by name, with how many are in it. */
export async function listGroups(accountId: string): Promise<{ id: string; name: string; members: number }[]> {
  const select = { id: true, name: true, _count: { select: { members: true } } } as const
  const rows = await db().contactGroup.findMany({ where: { accountId }, orderBy: { key: 'asc' }, select })
  return rows.map(({ id, name, _count }) => ({ id, name, members: _count.members }))
}

export type GroupSaved = { id: string } | { problem: 'gone' | 'full' | 'taken' }

/** Makes a group, or gives that of the id another name. */
export const saveGroup = (accountId: string, id: string | null, name: string): Promise<GroupSaved> =>
  changeContacts(accountId, async (tx) => {
    const key = groupKey(name)
    const other = await tx.contactGroup.findUnique({ where: { accountId_key: { accountId, key } } })
    if (other !== null && other.id !== id) return { problem: 'taken' }
    if (id === null) {
      if ((await tx.contactGroup.count({ where: { accountId } })) >= groupLimit) return { problem: 'full' }
      return tx.contactGroup.create({ data: { accountId, name, key }, select: { id: true } })
    }
    const { count } = await tx.contactGroup.updateMany({ where: { id, accountId }, data: { name, key } })
    return count === 0 ? { problem: 'gone' } : { id }
  })

/** Its members stay contacts. False when there was none. */
export async function removeGroup(accountId: string, id: string): Promise<boolean> {
  return (await db().contactGroup.deleteMany({ where: { id, accountId } })).count > 0
}

export type MembersChange = { add: string[]; remove: string[] }

/** Puts contacts into a group and takes others out; ids of other accounts name nothing. False when there is no such group. */
export const changeMembers = (accountId: string, id: string, { add, remove }: MembersChange): Promise<boolean> =>
  changeContacts(accountId, async (tx) => {
    if ((await tx.contactGroup.count({ where: { id, accountId } })) === 0) return false
    const own = await tx.contact.findMany({ where: { accountId, id: { in: add } }, select: { id: true } })
    await tx.contactGroupMember.deleteMany({ where: { groupId: id, contactId: { in: remove } } })
    const data = own.map((contact) => ({ groupId: id, contactId: contact.id }))
    await tx.contactGroupMember.createMany({ data, skipDuplicates: true })
    return true
  })
