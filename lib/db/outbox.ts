import { db } from '@/lib/db/client'

export type OutboxState = 'storing' | 'held' | 'submitting' | 'ending' | 'accepted' | 'sent' | 'stopped' | 'recalling'

export type OutboxRow = {
  id: string
  accountId: string
  messageId: string
  sender: string | null
  recipients: string[]
  size: number
  note: string
  remindInDays: number | null
  sendAt: Date
  dueAt: Date
  state: string
  attempts: number
  triedAt: Date | null
  endedAt: Date | null
  seenAliveAt: Date | null
  reason: string | null
  detail: string | null
  createdAt: Date
  updatedAt: Date
}

/** A report that the account's program sends (a read receipt): with an empty envelope sender, and no letter of the person's. */
export const isNotice = ({ sender }: Pick<OutboxRow, 'sender'>): boolean => sender === ''

/** What is known of a message before it is stored. */
export type NewOutboxRow = Pick<OutboxRow, 'sender' | 'recipients' | 'note' | 'remindInDays' | 'sendAt'>

const none = { reason: null, detail: null } as const

/** What a person may take back or send again: nothing of it is on its way. */
const atRest: OutboxState[] = ['held', 'stopped']

/**
 * Takes the row of a message for storing it anew, whatever an earlier Send left there. Null when that one is past taking
 * back: it is on its way, has left, or is being stored and was heard of since `silentSince`.
 */
export async function takeForStoring(
  accountId: string,
  messageId: string,
  row: NewOutboxRow,
  silentSince: Date,
): Promise<string | null> {
  const fresh = { ...row, ...none, dueAt: row.sendAt, state: 'storing', size: 0, updatedAt: new Date() }
  const cutOff = { state: 'storing', updatedAt: { lt: silentSince } }
  const where = { accountId, messageId, OR: [{ state: { in: atRest } }, cutOff] }
  const [taken] = await db().outboxMessage.updateManyAndReturn({ where, data: fresh, select: { id: true } })
  if (taken !== undefined) return taken.id
  const data = [{ ...fresh, accountId, messageId }]
  const made = await db().outboxMessage.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } })
  return made[0]?.id ?? null
}

/** From one state to another, in one step. False when it was not in that state (any more). */
export async function changeState(
  id: string,
  from: OutboxState[],
  to: OutboxState,
  data: Partial<OutboxRow> = {},
): Promise<boolean> {
  const { count } = await db().outboxMessage.updateMany({
    where: { id, state: { in: from } },
    data: { ...data, state: to, updatedAt: new Date() },
  })
  return count > 0
}

/**
 * Begins an attempt, if it is due: one at a time. One that began `staleSeconds` ago and has not ended its message is taken
 * for lost, and cannot end it any more. @returns its number, or null
 */
export async function beginAttempt(id: string, staleSeconds: number): Promise<number | null> {
  const rows = await db().$queryRaw<{ attempts: number }[]>`
    UPDATE outbox SET state = 'submitting', attempts = attempts + 1, tried_at = now(), updated_at = now(),
                      ended_at = NULL, seen_alive_at = NULL
    WHERE id = ${id}::uuid
      AND ((state = 'held' AND due_at <= now())
        OR (state = 'submitting' AND tried_at < now() - make_interval(secs => ${staleSeconds})))
    RETURNING attempts`
  return rows[0]?.attempts ?? null
}

/**
 * Begins the one attempt of a message that is nowhere but with who sends it. Nobody else goes on with it before `until`: without a
 * copy in Scheduled they would take it for taken back. @returns its number, or null
 */
export async function beginOnlyAttempt(id: string, size: number, until: Date): Promise<number | null> {
  const now = new Date()
  const begun = { state: 'submitting', size, sendAt: now, triedAt: now, dueAt: until, updatedAt: now }
  const rows = await db().outboxMessage.updateManyAndReturn({
    where: { id, state: 'storing' },
    data: { ...begun, attempts: { increment: 1 } },
    select: { attempts: true },
  })
  return rows[0]?.attempts ?? null
}

/** The last step before the mail host may have the message. False when another attempt has begun: this one must not end it. */
export async function beginEnd(id: string, attempt: number): Promise<boolean> {
  const changed = await db().$executeRaw`
    UPDATE outbox SET state = 'ending', ended_at = now(), updated_at = now(), due_at = least(due_at, now() + interval '1 minute')
    WHERE id = ${id}::uuid AND state = 'submitting' AND attempts = ${attempt}`
  return changed > 0
}

/** What an attempt came to. False when it is not the one that counts. */
export async function endAttempt(
  id: string,
  attempt: number,
  state: OutboxState,
  data: Partial<OutboxRow>,
): Promise<boolean> {
  const { count } = await db().outboxMessage.updateMany({
    where: { id, attempts: attempt, state: { in: ['submitting', 'ending'] } },
    data: { ...data, state, updatedAt: new Date() },
  })
  return count > 0
}

/** Since the end of the last attempt the mail host was seen to answer (now), or not to (null). */
export async function setSeenAlive(id: string, at: Date | null): Promise<void> {
  await db().outboxMessage.updateMany({ where: { id, state: 'ending' }, data: { seenAliveAt: at } })
}

export async function settleSent(id: string): Promise<void> {
  const data = { ...none, state: 'sent', note: '', settledAt: new Date(), updatedAt: new Date() }
  await db().outboxMessage.updateMany({ where: { id, state: 'accepted' }, data })
}

export const findOutboxRow = (id: string): Promise<OutboxRow | null> => db().outboxMessage.findUnique({ where: { id } })

export const findByMessageIdOf = (accountId: string, messageId: string): Promise<OutboxRow | null> =>
  db().outboxMessage.findUnique({ where: { accountId_messageId: { accountId, messageId } } })

/** Of the account, whatever has not left; soonest first. */
export function listUnsent(accountId: string, limit: number): Promise<OutboxRow[]> {
  const where = { accountId, state: { notIn: ['sent'] } }
  return db().outboxMessage.findMany({ where, orderBy: { sendAt: 'asc' }, take: limit })
}

export async function removeOutboxRow(id: string, from: OutboxState[]): Promise<void> {
  await db().outboxMessage.deleteMany({ where: { id, state: { in: from } } })
}

/** Rows with something to do now; those being stored or taken back only when what did it must have been cut off. */
export async function dueOutboxRows(now: Date, cutOffBefore: Date, limit: number): Promise<string[]> {
  const rows = await db().outboxMessage.findMany({
    where: {
      OR: [
        { state: { in: ['held', 'submitting', 'ending', 'accepted'] }, dueAt: { lte: now } },
        { state: { in: ['storing', 'recalling'] }, updatedAt: { lt: cutOffBefore } },
      ],
    },
    orderBy: { dueAt: 'asc' },
    select: { id: true },
    take: limit,
  })
  return rows.map(({ id }) => id)
}

export async function removeSentBefore(before: Date): Promise<void> {
  await db().outboxMessage.deleteMany({ where: { state: 'sent', settledAt: { lt: before } } })
}
