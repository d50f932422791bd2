import { db } from '@/lib/db/client'

export type MailQueueRow = { id: string; hostId: string; hostname: string; address: string; seenAt: Date }

/** Writes down that a worker looks after this queue now. `relaysFor`: the domain a further MX passes mail on to. */
export async function storeQueue(queue: {
  id: string
  hostname: string
  address: string
  relaysFor: string
}): Promise<void> {
  const { id, hostname, address, relaysFor } = queue
  const domain = await db().domain.findUnique({ where: { name: relaysFor }, select: { hostId: true } })
  const facts = { hostId: domain?.hostId ?? id, hostname, address, seenAt: new Date() }
  await db().mailQueue.upsert({ where: { id }, create: { id, ...facts }, update: facts })
}

/** The queues that hold mail of one mail host's domains; of all hosts without `hostId`. */
export function listQueues(hostId?: string): Promise<MailQueueRow[]> {
  return db().mailQueue.findMany({ where: { hostId }, orderBy: { id: 'asc' } })
}
