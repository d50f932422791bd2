'use client'

import type { ListMode } from '@/app/(mail)/_state/list-mode'
import type { SearchListed } from '@/app/(mail)/_state/listed'
import { windowKey, windowSize } from '@/app/(mail)/_state/query-keys'
import { api } from '@/lib/contract/client'
import type { SearchWindow } from '@/lib/contract/search'

/** Asked again while the index is still filling: what it has read since may hold more. */
const whileFilling = 3000

export const searchQuery = (listed: SearchListed, mode: ListMode, index: number) => ({
  queryKey: windowKey(listed, mode, index),
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<SearchWindow> =>
    api.search({ ...searchOf(listed), mode, offset: index * windowSize, limit: windowSize }, signal),
  refetchInterval: ({ state }: { state: { data?: SearchWindow } }) =>
    state.data && !state.data.index.complete ? whileFilling : false,
})

const searchOf = ({ q, sort }: SearchListed) => ({
  q,
  sort,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
})
