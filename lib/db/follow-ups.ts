import { db } from '@/lib/db/client'

export type FollowUpState = 'waiting' | 'answered' | 'reminded'
export type FollowUp = { id: string; accountId: string; messageId: string; sentAt: Date; due: Date; state: string }

/** A second reminder for one message takes the place of the first. @returns its id */
export async function saveFollowUp(accountId: string, messageId: string, sentAt: Date, due: Date): Promise<string> {
  const fresh = { sentAt, due, state: 'waiting', ref: null, settledAt: null }
  const { id } = await db().followUp.upsert({
    where: { accountId_messageId: { accountId, messageId } },
    create: { accountId, messageId, ...fresh },
    update: fresh,
    select: { id: true },
  })
  return id
}

export async function removeFollowUp(accountId: string, messageId: string): Promise<void> {
  await db().followUp.deleteMany({ where: { accountId, messageId } })
}

export function findFollowUp(id: string): Promise<FollowUp | null> {
  return db().followUp.findUnique({ where: { id } })
}

/** Those still waiting among messages of these Message-IDs. */
export function findWaiting(accountId: string, messageIds: string[]): Promise<FollowUp[]> {
  return db().followUp.findMany({ where: { accountId, state: 'waiting', messageId: { in: messageIds } } })
}

/** Changes nothing when it was settled before. */
export async function settleFollowUp(id: string, state: FollowUpState, ref: string | null): Promise<void> {
  await db().followUp.updateMany({ where: { id, state: 'waiting' }, data: { state, ref, settledAt: new Date() } })
}

export function listFollowUps(accountId: string, limit: number) {
  const where = { accountId, state: { in: ['waiting', 'reminded'] } }
  return db().followUp.findMany({ where, orderBy: { due: 'asc' }, take: limit })
}

export async function hasFollowUps(accountId: string): Promise<boolean> {
  return (await db().followUp.count({ where: { accountId, state: 'waiting' } })) > 0
}

export async function dueFollowUps(now: Date, limit: number): Promise<string[]> {
  const where = { state: 'waiting', due: { lte: now } }
  const rows = await db().followUp.findMany({ where, select: { id: true }, take: limit })
  return rows.map(({ id }) => id)
}

export async function removeSettledBefore(before: Date): Promise<void> {
  await db().followUp.deleteMany({ where: { settledAt: { lt: before } } })
}
