'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ListMode } from '@/app/(mail)/_state/list-mode'
import type { Listed } from '@/app/(mail)/_state/listed'
import { messageKey, refKey, threadKey } from '@/app/(mail)/_state/query-keys'
import { useListMode } from '@/app/(mail)/_state/use-list-mode'
import { cachedWindows } from '@/app/(mail)/_state/use-threads'
import { api } from '@/lib/contract/client'
import type { MessageDetail, MessageRef } from '@/lib/contract/messages'
import type { ThreadDetail } from '@/lib/contract/threads'

const threadQuery = (listed: Listed, mode: ListMode, ref: MessageRef) => ({
  queryKey: threadKey(listed, mode, ref),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.thread(ref, { listed: listed.kind === 'mailbox' ? listed.id : undefined, mode }, signal),
  // A message does not change; its flags are corrected with the list.
  staleTime: 5 * 60_000,
})

/** The conversation that `ref` names, as opened from a list. */
export function useThread(listed: Listed, ref: MessageRef) {
  const { mode } = useListMode()
  return useQuery(threadQuery(listed, mode, ref))
}

/** Fetches a conversation before it is asked for (hover, next one), so that opening it is instant. */
export function usePrefetchThread(listed: Listed): (ref: MessageRef) => void {
  const client = useQueryClient()
  const { mode } = useListMode()
  return useCallback((ref) => void client.prefetchQuery(threadQuery(listed, mode, ref)), [client, listed, mode])
}

/** Asks for a conversation that is about to be shown: null where it is there, else what ends when it is, or has failed. */
export type AskThread = (listed: Listed, ref: MessageRef) => Promise<void> | null

export function useAskThread(): AskThread {
  const client = useQueryClient()
  const { mode } = useListMode()
  return useCallback(
    (listed, ref) => {
      const query = threadQuery(listed, mode, ref)
      return client.getQueryData(query.queryKey) === undefined ? client.prefetchQuery(query) : null
    },
    [client, mode],
  )
}

/** One message of a conversation: `known` when it came with it, else asked for. */
export function useMessage(ref: MessageRef, known: MessageDetail | undefined) {
  const query = useQuery({
    queryKey: messageKey(ref),
    queryFn: ({ signal }) => api.message(ref, signal),
    // A message does not change.
    staleTime: Number.POSITIVE_INFINITY,
    enabled: !known,
  })
  return { detail: known ?? query.data, error: query.error, retry: query.refetch }
}

export type Neighbours = { newer: MessageRef | null; older: MessageRef | null }

/** What stands above and below a conversation in the list it was opened from, as far as the list is loaded. */
export function useNeighbours(listed: Listed, ref: MessageRef, detail: ThreadDetail | undefined): Neighbours {
  const client = useQueryClient()
  const { mode } = useListMode()
  const rows = new Map(
    cachedWindows(client, listed)
      .filter(({ key }) => key[2] === mode)
      .flatMap(({ data }) => data.rows.map((row, i) => [data.offset + i, row.ref] as const)),
  )
  const here = [...rows].find(([, other]) => refKey(other) === refKey(ref))?.[0]
  const known = detail ?? { newer: null, older: null }
  if (here === undefined) return { newer: known.newer, older: known.older }
  return { newer: rows.get(here - 1) ?? known.newer, older: rows.get(here + 1) ?? known.older }
}
