'use client'

import { type QueryClient, type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { ListMode } from '@/app/(mail)/_state/list-mode'
import type { Listed } from '@/app/(mail)/_state/listed'
import { threadsKey, windowKey, windowSize } from '@/app/(mail)/_state/query-keys'
import { searchQuery } from '@/app/(mail)/_state/search-query'
import { useListMode } from '@/app/(mail)/_state/use-list-mode'
import { api } from '@/lib/contract/client'
import type { ThreadRow, ThreadWindow } from '@/lib/contract/threads'

const windowQuery = (listed: Listed, mode: ListMode, index: number) =>
  listed.kind === 'search' ? searchQuery(listed, mode, index) : mailboxQuery(listed, mode, index)

const mailboxQuery = (listed: Extract<Listed, { kind: 'mailbox' }>, mode: ListMode, index: number) => ({
  queryKey: windowKey(listed, mode, index),
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<ThreadWindow> => {
    const part = { offset: index * windowSize, limit: windowSize }
    return api.threads({ mailbox: listed.id, mode, ...part }, signal)
  },
})

export type ThreadList = {
  total: number
  unread: number
  loading: boolean
  error: Error | null
  rowAt: (index: number) => ThreadRow | undefined
  /** Every row that is loaded. */
  rows: ThreadRow[]
  retry: () => void
}

function combine(results: UseQueryResult<ThreadWindow>[]): Omit<ThreadList, 'retry'> {
  const loaded = new Map<number, ThreadRow[]>()
  let newest: { data: ThreadWindow; at: number } | null = null
  for (const { data, dataUpdatedAt } of results) {
    if (!data) continue
    loaded.set(data.offset / windowSize, data.rows)
    if (!newest || dataUpdatedAt > newest.at) newest = { data, at: dataUpdatedAt }
  }
  return {
    total: newest?.data.total ?? 0,
    unread: newest?.data.unread ?? 0,
    loading: newest === null,
    error: results.find((result) => result.error)?.error ?? null,
    rowAt: (index) => loaded.get(Math.floor(index / windowSize))?.[index % windowSize],
    rows: [...loaded.values()].flat(),
  }
}

/** The windows named, of one list; the first is always among them because it says how many rows there are. */
export function useThreads(listed: Listed, windows: readonly number[]): ThreadList {
  const client = useQueryClient()
  const { mode } = useListMode()
  const wanted = useMemo(() => [...new Set([0, ...windows])].sort((a, b) => a - b), [windows])
  const list = useQueries({ queries: wanted.map((index) => windowQuery(listed, mode, index)), combine })
  const retry = useCallback(() => void client.invalidateQueries({ queryKey: threadsKey(listed) }), [client, listed])
  return useMemo(() => ({ ...list, retry }), [list, retry])
}

type CachedWindow = { key: ReturnType<typeof windowKey>; listed: Listed; data: ThreadWindow }

/** The windows of one list, or of all, as far as they are loaded. */
export const cachedWindows = (client: QueryClient, listed?: Listed): CachedWindow[] =>
  client.getQueriesData<ThreadWindow>({ queryKey: threadsKey(listed) }).flatMap(([key, data]) => {
    const window = key as CachedWindow['key']
    return data ? [{ key: window, listed: window[1], data }] : []
  })
