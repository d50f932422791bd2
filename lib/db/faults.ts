import { db } from '@/lib/db/client'

/** Tells the worker that other faults are wanted than before. */
export const faultChannel = 'waypost_faults'

const tell = () => db().$executeRaw`SELECT pg_notify(${faultChannel}, '')`

export async function listFaults(): Promise<string[]> {
  return (await db().demoFault.findMany({ orderBy: { since: 'asc' } })).map(({ name }) => name)
}

/** Wants a fault; nothing when it is wanted already. */
export async function addFault(name: string): Promise<void> {
  await db().$transaction([db().demoFault.createMany({ data: [{ name }], skipDuplicates: true }), tell()])
}

export async function removeFault(name: string): Promise<void> {
  await db().$transaction([db().demoFault.deleteMany({ where: { name } }), tell()])
}

export async function removeAllFaults(): Promise<void> {
  await db().$transaction([db().demoFault.deleteMany(), tell()])
}

/**
 * Leaves the account no room, and keeps with the fault how much it had. Nothing when that was done already.
 * Both in one statement, so that a crash between cannot make the small quota the remembered one.
 */
export async function fillMailbox(fault: string, address: string): Promise<void> {
  await db().$executeRaw`
    WITH kept AS (
      UPDATE demo_faults f SET saved = jsonb_build_object('quota', a.quota_bytes)
      FROM accounts a WHERE f.name = ${fault} AND f.saved IS NULL AND a.address = ${address}
      RETURNING f.name
    )
    UPDATE accounts SET quota_bytes = 1 WHERE address = ${address} AND EXISTS (SELECT 1 FROM kept)`
}

/** Gives the room back and ends the fault. */
export async function emptyMailbox(fault: string, address: string): Promise<void> {
  await db().$executeRaw`
    WITH ended AS (DELETE FROM demo_faults WHERE name = ${fault} RETURNING saved)
    UPDATE accounts SET quota_bytes = (SELECT (saved->>'quota')::bigint FROM ended)
    WHERE address = ${address} AND EXISTS (SELECT 1 FROM ended WHERE saved IS NOT NULL)`
}
