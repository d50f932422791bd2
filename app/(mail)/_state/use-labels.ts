'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { labelsKey } from '@/app/(mail)/_state/query-keys'
import { api } from '@/lib/contract/client'
import type { Label } from '@/lib/contract/labels'

const none: Label[] = []

/** Every label of the account by name; none until the server has answered. */
export function useLabels(): Label[] {
  const { data } = useQuery({ queryKey: labelsKey, queryFn: ({ signal }) => api.labels(signal) })
  return data?.labels ?? none
}

const indexes = new WeakMap<Label[], Map<string, Label>>()

/** Made once for each answer of the server, however many rows ask. */
function indexOf(labels: Label[]): Map<string, Label> {
  const known = indexes.get(labels)
  if (known) return known
  const index = new Map(labels.map((label) => [label.id, label]))
  indexes.set(labels, index)
  return index
}

/** The label of an id; undefined for one that is gone. */
export function useLabelOf(): (id: string) => Label | undefined {
  const index = indexOf(useLabels())
  return useCallback((id) => index.get(id), [index])
}

const asked = new Set<string>()

/**
 * The labels behind ids; those that are gone are left out. One that the list lacks may have been made elsewhere a moment
 * ago: the list is asked for again, once for each.
 */
export function useLabelsOf(ids: string[]): Label[] {
  const client = useQueryClient()
  const labelOf = useLabelOf()
  useEffect(() => {
    const unknown = ids.filter((id) => !labelOf(id) && !asked.has(id))
    if (unknown.length === 0) return
    for (const id of unknown) asked.add(id)
    void client.invalidateQueries({ queryKey: labelsKey })
  }, [client, ids, labelOf])
  return ids.flatMap((id) => labelOf(id) ?? [])
}
