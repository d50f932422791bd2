import { db } from '@/lib/db/client'

type Fields = { name: string; query: string }
const shown = { id: true, name: true, query: true } as const

export function listSavedSearches(accountId: string, limit: number) {
  return db().savedSearch.findMany({
    where: { accountId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: shown,
    take: limit,
  })
}

export function countSavedSearches(accountId: string): Promise<number> {
  return db().savedSearch.count({ where: { accountId } })
}

/** Puts it behind all others. */
export async function createSavedSearch(accountId: string, fields: Fields) {
  const { _max } = await db().savedSearch.aggregate({ where: { accountId }, _max: { position: true } })
  const position = (_max.position ?? 0) + 1
  return db().savedSearch.create({ data: { accountId, position, ...fields }, select: shown })
}

/** False when the account has no such search. */
export async function updateSavedSearch(accountId: string, id: string, fields: Fields): Promise<boolean> {
  const { count } = await db().savedSearch.updateMany({ where: { id, accountId }, data: fields })
  return count > 0
}

/** False when the account has no such search. */
export async function removeSavedSearch(accountId: string, id: string): Promise<boolean> {
  const { count } = await db().savedSearch.deleteMany({ where: { id, accountId } })
  return count > 0
}

/** Gives every id of the account its place in `ids`; foreign ones name nothing. */
export async function placeSavedSearches(accountId: string, ids: string[]): Promise<void> {
  const places = ids.map((id, position) =>
    db().savedSearch.updateMany({ where: { id, accountId }, data: { position } }),
  )
  await db().$transaction(places)
}
