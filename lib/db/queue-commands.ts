import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'

/** Tells workers which queue is asked something, and the web which command has its answer: payloads are ids. */
export const commandChannel = 'waypost_commands'
export const answerChannel = 'waypost_answers'

/** What nobody took until then is not carried out any more. Less than the patience of whoever asked (ask-queue.ts). */
const validSeconds = 10

export type CommandRow = { id: string; queue: string; askedBy: string; command: unknown }
export type CommandEnd = { state: 'done' | 'failed'; answer: unknown }

/** Writes the command down and tells the workers. */
export async function askQueue(id: string, queue: string, askedBy: string, command: object): Promise<void> {
  await db().$transaction([
    db().queueCommand.create({ data: { id, queue, askedBy, command } }),
    db().$executeRaw`SELECT pg_notify(${commandChannel}, ${queue})`,
  ])
}

export const newCommandId = (): string => randomUUID()

/** The oldest command for these queues that nobody took, or null; from now on it is this worker's. */
export async function takeCommand(queues: string[]): Promise<CommandRow | null> {
  const [taken] = await db().$queryRaw<CommandRow[]>`
    UPDATE queue_commands SET state = 'taken'
    WHERE id = (
      SELECT id FROM queue_commands
      WHERE state = 'asked' AND queue = ANY(${queues}) AND asked_at > now() - make_interval(secs => ${validSeconds})
      ORDER BY asked_at LIMIT 1
      FOR UPDATE SKIP LOCKED
    )
    RETURNING id, queue, asked_by AS "askedBy", command`
  return taken ?? null
}

/** Takes a command back that no worker has taken; false when one has. */
export async function takeBackCommand(id: string): Promise<boolean> {
  const { count } = await db().queueCommand.deleteMany({ where: { id, state: 'asked' } })
  return count > 0
}

/** Writes the answer down and tells whoever asked. */
export async function endCommand(id: string, { state, answer }: CommandEnd): Promise<void> {
  await db().$transaction([
    db().queueCommand.update({
      where: { id },
      data: { state, answer: answer as Prisma.InputJsonValue, endedAt: new Date() },
    }),
    db().$executeRaw`SELECT pg_notify(${answerChannel}, ${id})`,
  ])
}

/** How a command ended, or null while it has not. */
export async function findCommandEnd(id: string): Promise<CommandEnd | null> {
  const row = await db().queueCommand.findUnique({ where: { id } })
  return row?.state === 'done' || row?.state === 'failed' ? { state: row.state, answer: row.answer } : null
}

/** Takes the answer of a listing away once it was read: it is long, and wrong a moment later. */
export async function forgetCommand(id: string): Promise<void> {
  await db().queueCommand.deleteMany({ where: { id } })
}

/** Removes what was asked before. */
export async function removeCommandsBefore(before: Date): Promise<void> {
  await db().queueCommand.deleteMany({ where: { askedAt: { lt: before } } })
}
