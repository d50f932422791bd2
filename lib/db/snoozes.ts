import { db } from '@/lib/db/client'

/** A message on its way to Snoozed. `origin` is the id of the mailbox it leaves. */
export type NewSnooze = { guid: string; origin: string; newest: boolean }
export type Snooze = NewSnooze & { until: Date; ref: string | null; wokenAt: Date | null }

/** Written before the messages move, so that a fault between the two leaves a row too many and no message lost. */
export async function saveSnoozes(accountId: string, snoozes: NewSnooze[], until: Date): Promise<void> {
  await db().$transaction([
    db().snoozedMessage.deleteMany({ where: { accountId, guid: { in: snoozes.map(({ guid }) => guid) } } }),
    db().snoozedMessage.createMany({
      data: snoozes.map((snooze) => ({ ...snooze, accountId, until })),
      skipDuplicates: true,
    }),
  ])
}

/** Where messages of these GUIDs are now, as `<mailbox id>/<message id>`. */
export async function placeSnoozes(accountId: string, refs: Map<string, string>): Promise<void> {
  const [guids, places] = [[...refs.keys()], [...refs.values()]]
  await db().$executeRaw`
    UPDATE snoozed_messages s SET ref = placed.ref
    FROM unnest(${guids}::text[], ${places}::text[]) AS placed (guid, ref)
    WHERE s.account_id = ${accountId}::uuid AND s.guid = placed.guid`
}

export async function postponeSnoozes(accountId: string, guids: string[], until: Date): Promise<void> {
  await db().snoozedMessage.updateMany({ where: { accountId, guid: { in: guids } }, data: { until, wokenAt: null } })
}

/** Asleep, and due at `now`. */
export function findDueSnoozes(accountId: string, now: Date): Promise<Snooze[]> {
  return db().snoozedMessage.findMany({ where: { accountId, wokenAt: null, until: { lte: now } } })
}

/** All of the account that are shown: those asleep, and those that woke and are still said to have. */
export function listSnoozes(accountId: string, limit: number): Promise<Snooze[]> {
  const where = { accountId, ref: { not: null } }
  return db().snoozedMessage.findMany({ where, orderBy: { until: 'asc' }, take: limit })
}

export function findSnoozes(accountId: string, guids: string[]): Promise<Snooze[]> {
  return db().snoozedMessage.findMany({ where: { accountId, guid: { in: guids } } })
}

export async function markWoken(accountId: string, guids: string[], wokenAt: Date): Promise<void> {
  await db().snoozedMessage.updateMany({ where: { accountId, guid: { in: guids } }, data: { wokenAt } })
}

export async function removeSnoozes(accountId: string, guids: string[]): Promise<void> {
  await db().snoozedMessage.deleteMany({ where: { accountId, guid: { in: guids } } })
}

/** Asleep in the table, but never seen in Snoozed: what moved them was interrupted before `before`. */
export function findUnplacedSnoozes(accountId: string, before: Date): Promise<Snooze[]> {
  return db().snoozedMessage.findMany({ where: { accountId, ref: null, wokenAt: null, createdAt: { lt: before } } })
}

/** Accounts with something due, or with something left by an interrupted snooze. */
export async function accountsToWake(now: Date, unplacedBefore: Date): Promise<string[]> {
  const rows = await db().snoozedMessage.findMany({
    where: { wokenAt: null, OR: [{ until: { lte: now } }, { ref: null, createdAt: { lt: unplacedBefore } }] },
    distinct: ['accountId'],
    select: { accountId: true },
  })
  return rows.map(({ accountId }) => accountId)
}

export async function removeWokenBefore(before: Date): Promise<void> {
  await db().snoozedMessage.deleteMany({ where: { wokenAt: { lt: before } } })
}

export async function hasSnoozes(accountId: string): Promise<boolean> {
  return (await db().snoozedMessage.count({ where: { accountId, wokenAt: null } })) > 0
}
