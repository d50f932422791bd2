import { type LogIntake, measureIntake } from '@/bench/delivery/log-intake'
import { measureLatency, type StateLatency } from '@/bench/delivery/state-latency'

export type DeliveryResults = { latency: StateLatency; intake: LogIntake }

const leastMessages = 50

/** How soon a person sees what became of a message, and how fast a log nobody read yet is taken in. */
export async function measureDelivery(runs: number): Promise<DeliveryResults> {
  return { latency: await measureLatency(Math.max(runs, leastMessages)), intake: await measureIntake() }
}
