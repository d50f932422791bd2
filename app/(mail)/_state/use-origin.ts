'use client'

import { useQuery } from '@tanstack/react-query'
import { originKey } from '@/app/(mail)/_state/query-keys'
import { deliveryApi } from '@/lib/contract/delivery-client'
import type { MessageRef } from '@/lib/contract/messages'

/** How a received message came. Asked for anew each time somebody wants to know: the logs may have told more since. */
export function useOrigin(ref: MessageRef, enabled: boolean) {
  return useQuery({
    queryKey: originKey(ref),
    queryFn: ({ signal }) => deliveryApi.origin(ref, signal),
    enabled,
    staleTime: 5_000,
  })
}
