import type { SignedIn } from '@/lib/auth/signed-in'
import type { LivingSystem } from '@/lib/contract/system'
import { probePieces } from '@/lib/service/demo/probe-pieces'
import { recentSteps } from '@/lib/service/demo/recent-steps'
import { demoFaults, requireDemo } from '@/lib/service/demo/switch-fault'

/**
 * The demo as it is now: its servers, which faults are on, and the mail that went through it in the last minutes.
 * @throws AppError `not-found` outside the demo
 */
export async function livingSystem(account: SignedIn): Promise<LivingSystem> {
  requireDemo()
  const { pieces, queues } = await probePieces()
  const [deliveries, faults] = await Promise.all([recentSteps(account, queues), demoFaults()])
  return { pieces, deliveries, ...faults, maySwitch: account.admin }
}
