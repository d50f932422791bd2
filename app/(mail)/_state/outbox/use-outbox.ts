'use client'

import { useQuery } from '@tanstack/react-query'
import { outboxKey, refKey } from '@/app/(mail)/_state/query-keys'
import { api } from '@/lib/contract/client'
import type { MessageRef } from '@/lib/contract/messages'
import type { HeldMessage } from '@/lib/contract/outbox'

/** What has not left yet; events keep it true. */
export function useOutbox(enabled = true) {
  return useQuery({ queryKey: outboxKey, queryFn: ({ signal }) => api.outbox(signal), staleTime: 60_000, enabled })
}

/** What is planned for a message of Scheduled: undefined while that is asked, null when nothing is. */
export function useHeld(ref: MessageRef): HeldMessage | null | undefined {
  const { data } = useOutbox()
  if (data === undefined) return undefined
  return data.messages.find((held) => held.ref && refKey(held.ref) === refKey(ref)) ?? null
}
