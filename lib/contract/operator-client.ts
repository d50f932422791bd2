import { call, send } from '@/lib/contract/client'
import type { FaultList, SwitchFault } from '@/lib/contract/faults'
import type { ChangeQueue, DeliveryLog, DeliveryLogQuery, MailQueues, QueueChanged } from '@/lib/contract/queue'
import type { LivingSystem } from '@/lib/contract/system'
import { urls } from '@/lib/contract/urls'

/** Queues, the delivery log and the demo's servers. Each throws `ApiError`. */
export const operatorApi = {
  mailQueues: (q: string, signal?: AbortSignal) => call<MailQueues>(urls.mailQueues(q), { signal }),
  changeQueue: (body: ChangeQueue) => send<QueueChanged>('POST', urls.mailQueues(), body),
  deliveryLog: (query: DeliveryLogQuery, signal?: AbortSignal) =>
    call<DeliveryLog>(urls.deliveryLog(query), { signal }),
  livingSystem: (signal?: AbortSignal) => call<LivingSystem>(urls.livingSystem(), { signal }),
  switchFault: (body: SwitchFault) => send<FaultList>('PUT', urls.faults(), body),
}
