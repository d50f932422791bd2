import type { MailAccount } from '@/lib/auth/signed-in'
import type { ContactGroupList, GroupBody, GroupMembers, MembersBody } from '@/lib/contract/contacts'
import { groupAddresses } from '@/lib/db/contacts/complete'
import {
  changeMembers,
  type GroupSaved,
  listGroups,
  removeGroup as removeRow,
  saveGroup as saveRow,
} from '@/lib/db/contacts/groups'
import { countContacts } from '@/lib/db/contacts/list'
import { AppError } from '@/lib/errors'
import { oneLine } from '@/lib/service/message-fields'

const missing = () => new AppError('not-found', 'no such group')

export async function listContactGroups({ accountId }: MailAccount): Promise<ContactGroupList> {
  const [all, groups] = await Promise.all([countContacts(accountId), listGroups(accountId)])
  return { all, groups }
}

const refusals: Record<Extract<GroupSaved, { problem: string }>['problem'], () => AppError> = {
  gone: missing,
  taken: () => new AppError('contact-group-exists', 'a group has this name'),
  full: () => new AppError('too-many-contacts', 'there are as many groups as one account may have'),
}

/**
 * Makes a group, or gives that of the id another name.
 * @throws AppError `name-refused`, `contact-group-exists`, `too-many-contacts`, `not-found`
 */
export async function saveContactGroup(account: MailAccount, id: string | null, body: GroupBody) {
  const name = oneLine(body.name, 100)
  if (name === '') throw new AppError('name-refused', 'a group without a name', { detail: 'empty' })
  const saved = await saveRow(account.accountId, id, name)
  if ('id' in saved) return { id: saved.id }
  throw refusals[saved.problem]()
}

/** @throws AppError `not-found` */
export async function removeContactGroup(account: MailAccount, id: string): Promise<{ removed: true }> {
  if (!(await removeRow(account.accountId, id))) throw missing()
  return { removed: true }
}

/** @throws AppError `not-found` */
export async function changeGroupMembers(
  account: MailAccount,
  id: string,
  body: MembersBody,
): Promise<{ changed: true }> {
  if (!(await changeMembers(account.accountId, id, body))) throw missing()
  return { changed: true }
}

/** As many as one message may have. */
const recipientLimit = 500

/** Whom mail to a group goes to; nobody for one of another account. */
export async function readGroupMembers({ accountId }: MailAccount, id: string): Promise<GroupMembers> {
  return { members: await groupAddresses(accountId, id, recipientLimit) }
}
