import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'

/** Tells workers which queue is asked something, and the web which command has its answer: payloads are ids. */
export const commandChannel = 'waypost_commands'
export const answerChannel = 'waypost_answers'

/** What nobody took until then is not carried out any more: whoever asked has been told that nobody answers. */
const validSeconds = 20

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

/** Commands for these queues that nobody took, oldest first; from now on they are this worker's. */
export function takeCommands(queues: string[]): Promise<CommandRow[]> {
  return db().$queryRaw<CommandRow[]>`
    WITH taken AS (
      UPDATE queue_commands SET state = 'taken'
      WHERE id IN (
        SELECT id FROM queue_commands
        WHERE state = 'asked' AND queue = ANY(${queues}) AND asked_at > now() - make_interval(secs => ${validSeconds})
        FOR UPDATE SKIP LOCKED
      )
      RETURNING id, queue, asked_by AS "askedBy", command, asked_at
    )
    SELECT id, queue, "askedBy", command FROM taken ORDER BY asked_at`
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
