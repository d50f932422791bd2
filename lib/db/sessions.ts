import { db } from '@/lib/db/client'

type SignedInRow = {
  account_id: string
  address: string
  display_name: string
  admin: boolean
  host_id: string
  hostname: string
  imap_address: string
  imap_port: number
  submit_address: string
  submit_port: number
  stale: boolean
}

export type NewSession = { id: string; accountId: string; userAgent: string; remoteIp: string; expiresAt: Date }

export async function createSession(session: NewSession): Promise<void> {
  await db().session.create({ data: session })
}

/**
 * The account of a session that has not expired, with its mail host; null otherwise, or when the account is disabled.
 * One hand-written join: Prisma would ask four times, and this runs before every answer.
 */
export async function findSignedIn(sessionId: string): Promise<SignedInRow | null> {
  const rows = await db().$queryRaw<SignedInRow[]>`
    SELECT a.id::text AS account_id, a.address, a.display_name, a.admin, h.id AS host_id, h.hostname,
           h.imap_address, h.imap_port, h.submit_address, h.submit_port,
           s.last_seen_at < now() - interval '1 minute' AS stale
    FROM sessions s
    JOIN accounts a ON a.id = s.account_id
    JOIN domains d ON d.name = a.domain
    JOIN mail_hosts h ON h.id = d.host_id
    WHERE s.id = ${sessionId} AND s.expires_at > now() AND a.active`
  return rows[0] ?? null
}

export async function touchSession(id: string): Promise<void> {
  await db().session.updateMany({ where: { id }, data: { lastSeenAt: new Date() } })
}

export function listSessions(accountId: string) {
  return db().session.findMany({
    where: { accountId, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: 'desc' },
    take: 200,
  })
}

/** Removes one session of that account. False when the account has no such session. */
export async function removeSession(id: string, accountId: string): Promise<boolean> {
  const { count } = await db().session.deleteMany({ where: { id, accountId } })
  return count > 0
}

/** The same for a caller who has shown the session's secret. */
export async function removeSessionById(id: string): Promise<void> {
  await db().session.deleteMany({ where: { id } })
}

export function countSessions(accountId: string): Promise<number> {
  return db().session.count({ where: { accountId, expiresAt: { gt: new Date() } } })
}

export async function removeExpiredSessions(): Promise<void> {
  await db().session.deleteMany({ where: { expiresAt: { lt: new Date() } } })
}
