'use client'

import type { ListMode } from '@/app/(mail)/_state/list-mode'
import type { SearchListed } from '@/app/(mail)/_state/listed'
import { windowKey, windowSize } from '@/app/(mail)/_state/query-keys'
import { api } from '@/lib/contract/client'
import type { SearchWindow } from '@/lib/contract/search'

/**
 * Milliseconds until a search on the screen is asked again: the index follows a mailbox some seconds after its event, and
 * while it is still filling what it has read since may hold more.
 */
const pause = { filling: 3_000, complete: 10_000 }

export const searchQuery = (listed: SearchListed, mode: ListMode, index: number) => ({
  queryKey: windowKey(listed, mode, index),
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<SearchWindow> =>
    api.search({ ...searchOf(listed), mode, offset: index * windowSize, limit: windowSize }, signal),
  refetchInterval: ({ state }: { state: { data?: SearchWindow } }) =>
    state.data ? pause[state.data.index.complete ? 'complete' : 'filling'] : false,
})

const searchOf = ({ q, sort }: SearchListed) => ({
  q,
  sort,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
})
