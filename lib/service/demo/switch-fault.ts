import type { SignedIn } from '@/lib/auth/signed-in'
import { type FaultList, faultNames, fullMailboxOwner, type SwitchFault } from '@/lib/contract/faults'
import { addFault, emptyMailbox, listFaults, removeFault } from '@/lib/db/faults'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'

const available = () => env.switches !== ''

/** The faults of the demo and which are on. Without a folder to switch servers by nobody can make them (docs/decisions/0019). */
export async function demoFaults(): Promise<FaultList> {
  const on = new Set(await listFaults())
  return {
    faults: faultNames.map((name) => ({
      name,
      on: on.has(name),
      available: available(),
    })),
  }
}

/**
 * Breaks something of the demo, or heals it; the worker beside the mail hosts carries it out within moments.
 * @throws AppError `not-found` outside the demo and where nobody can make faults, `forbidden` for who is no admin
 */
export async function switchDemoFault({ admin }: SignedIn, { name, on }: SwitchFault): Promise<FaultList> {
  requireDemo()
  if (!admin) throw new AppError('forbidden', 'only an admin may break the demo')
  if (on && !available()) throw new AppError('not-found', 'no worker here can make faults')
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
