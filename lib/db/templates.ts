import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'

/** What is kept of a template; `nameKey` is what two names of one account may not share. */
export type TemplateFields = { name: string; nameKey: string; subject: string; html: string; excerpt: string }

const whole = { id: true, name: true, subject: true, html: true } as const
const row = { id: true, name: true, subject: true, excerpt: true, updatedAt: true } as const

export function findTemplates(accountId: string, limit: number) {
  return db().template.findMany({ where: { accountId }, orderBy: { nameKey: 'asc' }, select: row, take: limit })
}

export function countTemplates(accountId: string): Promise<number> {
  return db().template.count({ where: { accountId } })
}

/** Null when the account has no such template. */
export function findTemplate(accountId: string, id: string) {
  return db().template.findUnique({ where: { id, accountId }, select: whole })
}

/** Null when the account has one of this name. */
export async function createTemplateRow(accountId: string, fields: TemplateFields) {
  return unlessTaken(() => db().template.create({ data: { accountId, ...fields }, select: whole }))
}

/** `absent`: the account has no such template; `taken`: another one has its name. */
export async function changeTemplateRow(accountId: string, id: string, fields: TemplateFields) {
  const changed = await unlessTaken(() => db().template.updateMany({ where: { id, accountId }, data: fields }))
  if (changed === null) return 'taken'
  return changed.count > 0 ? 'changed' : 'absent'
}

/** What was removed; null when the account had no such template. */
export async function removeTemplateRow(accountId: string, id: string) {
  const found = await findTemplate(accountId, id)
  const { count } = await db().template.deleteMany({ where: { id, accountId } })
  return count > 0 ? found : null
}

async function unlessTaken<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write()
  } catch (error) {
    // a unique constraint (https://www.prisma.io/docs/orm/reference/error-reference)
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null
    throw error
  }
}
