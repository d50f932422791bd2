import { db } from '@/lib/db/client'

/** What is kept of a label; `keyword` names it in its account. */
export type LabelRow = { keyword: string; name: string; color: string; hidden: boolean }

const select = { keyword: true, name: true, color: true, hidden: true } as const

export function listLabelRows(accountId: string): Promise<LabelRow[]> {
  return db().label.findMany({ where: { accountId }, select })
}

/** Writes down all of them or none. */
export async function saveLabelRows(accountId: string, rows: LabelRow[]): Promise<void> {
  await db().$transaction(
    rows.map(({ keyword, ...rest }) =>
      db().label.upsert({
        where: { accountId_keyword: { accountId, keyword } },
        create: { accountId, keyword, ...rest },
        update: rest,
      }),
    ),
  )
}

export async function removeLabelRow(accountId: string, keyword: string): Promise<void> {
  await db().label.deleteMany({ where: { accountId, keyword } })
}
