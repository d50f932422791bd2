import type { SignedIn } from '@/lib/auth/signed-in'
import { type FaultList, type FaultName, faultNames, fullMailboxOwner, type SwitchFault } from '@/lib/contract/faults'
import { addFault, emptyMailbox, listFaults, removeFault } from '@/lib/db/faults'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'

/** Faults that stop a server: only the supervisor of a native world can. */
const stopsServers = new Set<FaultName>(['red-down', 'first-mx-down', 'dns-down'])

/** The faults of the demo and which are on. */
export async function demoFaults(): Promise<FaultList> {
  const on = new Set(await listFaults())
  return {
    faults: faultNames.map((name) => ({
      name,
      on: on.has(name),
      available: !stopsServers.has(name) || env.switches !== '',
    })),
  }
}

/**
 * Breaks something of the demo, or heals it; the worker beside the mail hosts carries it out within moments.
 * @throws AppError `not-found` outside the demo, `forbidden` for who is no admin
 */
export async function switchDemoFault({ admin }: SignedIn, { name, on }: SwitchFault): Promise<FaultList> {
  requireDemo()
  if (!admin) throw new AppError('forbidden', 'only an admin may break the demo')
  if (on) await addFault(name)
  else {
    if (name === 'full-mailbox') await emptyMailbox(name, fullMailboxOwner)
    await removeFault(name)
  }
  return demoFaults()
}

/** @throws AppError `not-found` outside the demo */
export function requireDemo(): void {
  if (!env.demo) throw new AppError('not-found', 'this is not the demo')
}
