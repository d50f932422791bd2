'use client'

import { useQuery } from '@tanstack/react-query'
import { deliveryKey } from '@/app/(mail)/_state/query-keys'
import { api } from '@/lib/contract/client'
import type { Delivery, DeliveryState } from '@/lib/contract/delivery'
import type { MessageRef } from '@/lib/contract/messages'

const lookAgainMs = 2_000
const open = new Set<DeliveryState>(['sending', 'waiting', 'held'])
const isSettled = (delivery: Delivery | undefined) => !delivery?.recipients.some(({ state }) => open.has(state))

/** Where a message is. Asked again while it is on its way. */
export function useDelivery(ref: MessageRef, enabled: boolean) {
  return useQuery({
    queryKey: deliveryKey(ref),
    queryFn: ({ signal }) => api.delivery(ref, signal),
    enabled,
    refetchInterval: ({ state }) => (isSettled(state.data) ? false : lookAgainMs),
  })
}
