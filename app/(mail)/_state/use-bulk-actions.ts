'use client'

import { useQuery } from '@tanstack/react-query'
import { bulkKey } from '@/app/(mail)/_state/query-keys'
import type { BulkState } from '@/lib/contract/bulk'
import { api } from '@/lib/contract/client'

const none: BulkState[] = []
/** The event stream tells when to ask; should it be away, this does, while something runs. */
const askEveryMs = 3_000

const isLive = ({ state }: BulkState) => state === 'running' || state === 'canceling'

/** Bulk work that runs, or ended within the hour; newest first. Asked for once the event stream is open. */
export function useBulkActions(): BulkState[] {
  const { data } = useQuery({
    queryKey: bulkKey,
    queryFn: ({ signal }) => api.bulkActions(signal),
    refetchInterval: ({ state }) => (state.data?.actions.some(isLive) ? askEveryMs : false),
  })
  return data?.actions ?? none
}
