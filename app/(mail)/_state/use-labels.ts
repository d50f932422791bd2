'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { labelsKey } from '@/app/(mail)/_state/query-keys'
import { api } from '@/lib/contract/client'
import type { Label } from '@/lib/contract/labels'

const none: Label[] = []

/** Every label of the account by name; none until the server has answered. */
export function useLabels(): Label[] {
  const { data } = useQuery({ queryKey: labelsKey, queryFn: ({ signal }) => api.labels(signal) })
  return data?.labels ?? none
}

/** The label of an id; undefined for one that is gone. */
export function useLabelOf(): (id: string) => Label | undefined {
  const labels = useLabels()
  const byId = useMemo(() => new Map(labels.map((label) => [label.id, label])), [labels])
  return useCallback((id) => byId.get(id), [byId])
}
