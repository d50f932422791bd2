'use client'

import { useQuery } from '@tanstack/react-query'
import type { SearchListed } from '@/app/(mail)/_state/listed'
import { searchQuery } from '@/app/(mail)/_state/search-query'
import { useListMode } from '@/app/(mail)/_state/use-list-mode'
import type { SearchWindow } from '@/lib/contract/search'

/** What the first window of a search says of the whole of it; undefined until it is there. */
export function useSearchFacts(listed: SearchListed): SearchWindow | undefined {
  const { mode } = useListMode()
  return useQuery(searchQuery(listed, mode, 0)).data
}
