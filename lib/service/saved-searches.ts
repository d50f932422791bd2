import type { MailAccount } from '@/lib/auth/signed-in'
import type { SavedSearch, SavedSearchBody, SavedSearchList } from '@/lib/contract/saved-searches'
import {
  countSavedSearches,
  createSavedSearch,
  listSavedSearches as listRows,
  placeSavedSearches,
  removeSavedSearch as removeRow,
  updateSavedSearch as updateRow,
} from '@/lib/db/saved-searches'
import { AppError } from '@/lib/errors'

const limit = 200
const missing = () => new AppError('not-found', 'no such saved search')

export async function listSavedSearches(account: MailAccount): Promise<SavedSearchList> {
  return { searches: await listRows(account.accountId, limit) }
}

/** @throws AppError `bad-request` past 200 of them */
export async function saveSearch(account: MailAccount, body: SavedSearchBody): Promise<SavedSearch> {
  if ((await countSavedSearches(account.accountId)) >= limit) {
    throw new AppError('bad-request', 'there are as many saved searches as one account may have')
  }
  return createSavedSearch(account.accountId, body)
}

/** @throws AppError `not-found` */
export async function updateSavedSearch(account: MailAccount, id: string, body: SavedSearchBody): Promise<SavedSearch> {
  if (!(await updateRow(account.accountId, id, body))) throw missing()
  return { id, ...body }
}

/** @throws AppError `not-found` */
export async function removeSavedSearch(account: MailAccount, id: string): Promise<{ removed: true }> {
  if (!(await removeRow(account.accountId, id))) throw missing()
  return { removed: true }
}

export async function orderSavedSearches(account: MailAccount, ids: string[]): Promise<SavedSearchList> {
  const others = (await listRows(account.accountId, limit)).filter(({ id }) => !ids.includes(id))
  await placeSavedSearches(account.accountId, [...ids, ...others.map(({ id }) => id)])
  return listSavedSearches(account)
}
