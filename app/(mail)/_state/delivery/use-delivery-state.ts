'use client'

import { useQuery } from '@tanstack/react-query'
import { askState } from '@/app/(mail)/_state/delivery/ask-states'
import { deliveryStateKey } from '@/app/(mail)/_state/query-keys'
import type { MessageRef } from '@/lib/contract/messages'

/** How a sent message fares, in short. The event stream says when a mail host told something new. */
export function useDeliveryState(ref: MessageRef) {
  return useQuery({ queryKey: deliveryStateKey(ref), queryFn: () => askState(ref) })
}
