'use client'

import { type QueryClient, type UseQueryResult, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { messageKey, messagesKey, refKey, windowKey, windowSize } from '@/app/(mail)/_state/query-keys'
import { api } from '@/lib/contract/client'
import type { MessageDetail, MessageRef, MessageRow, MessageWindow } from '@/lib/contract/messages'

const windowQuery = (mailbox: string, index: number) => ({
  queryKey: windowKey(mailbox, index),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.messages({ mailbox, offset: index * windowSize, limit: windowSize }, signal),
})

const messageQuery = (ref: MessageRef) => ({
  queryKey: messageKey(ref),
  queryFn: ({ signal }: { signal: AbortSignal }) => api.message(ref, signal),
  // A message does not change; its flags are corrected with the list.
  staleTime: 5 * 60_000,
})

export type MessageList = {
  total: number
  unread: number
  loading: boolean
  error: Error | null
  rowAt: (index: number) => MessageRow | undefined
  rows: MessageRow[]
  retry: () => void
}

function combine(results: UseQueryResult<MessageWindow>[]): Omit<MessageList, 'retry'> {
  const loaded = new Map<number, MessageRow[]>()
  let newest: { data: MessageWindow; at: number } | null = null
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

/** The windows named, of one mailbox; the first is always among them because it says how many messages there are. */
export function useMessages(mailbox: string, windows: readonly number[]): MessageList {
  const client = useQueryClient()
  const wanted = useMemo(() => [...new Set([0, ...windows])].sort((a, b) => a - b), [windows])
  const list = useQueries({ queries: wanted.map((index) => windowQuery(mailbox, index)), combine })
  const retry = useCallback(() => void client.invalidateQueries({ queryKey: messagesKey(mailbox) }), [client, mailbox])
  return useMemo(() => ({ ...list, retry }), [list, retry])
}

export function useMessage(ref: MessageRef) {
  return useQuery(messageQuery(ref))
}

/** Fetches a message before it is asked for (hover, next one), so that opening it is instant. */
export function usePrefetchMessage(): (ref: MessageRef) => void {
  const client = useQueryClient()
  return useCallback((ref) => void client.prefetchQuery(messageQuery(ref)), [client])
}

export const cachedWindows = (client: QueryClient, mailbox?: string) =>
  client
    .getQueriesData<MessageWindow>({ queryKey: messagesKey(mailbox) })
    .flatMap(([key, data]) => (data ? [{ key, data }] : []))

type Neighbours = { newer: MessageRef | null; older: MessageRef | null }

/** What stands above and below a message in the list it was opened from, as far as the list is loaded. */
export function useNeighbours(listed: string, ref: MessageRef, detail: MessageDetail | undefined): Neighbours {
  const client = useQueryClient()
  const rows = new Map(
    cachedWindows(client, listed).flatMap(({ data }) => data.rows.map((row, i) => [data.offset + i, row.ref] as const)),
  )
  const here = [...rows].find(([, other]) => refKey(other) === refKey(ref))?.[0]
  const known = detail && listed === ref.mailbox ? detail : { newer: null, older: null }
  if (here === undefined) return { newer: known.newer, older: known.older }
  return { newer: rows.get(here - 1) ?? known.newer, older: rows.get(here + 1) ?? known.older }
}
