'use client'

import { useQuery } from '@tanstack/react-query'
import { deliveryKey } from '@/app/(mail)/_state/query-keys'
import { deliveryApi } from '@/lib/contract/delivery-client'
import type { MessageRef } from '@/lib/contract/messages'

/** Where a message is. The event stream says when a mail host told something new about it. */
export function useDelivery(ref: MessageRef, enabled: boolean) {
  return useQuery({
    queryKey: deliveryKey(ref),
    queryFn: ({ signal }) => deliveryApi.delivery(ref, signal),
    enabled,
  })
}
