'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { filtersKey, forwardingKey } from '@/app/(mail)/_state/query-keys'
import { api } from '@/lib/contract/client'
import type { FilterSet, Filters } from '@/lib/contract/filters'

/** The rules and the vacation answer, and what saves them. */
export function useFilters() {
  const client = useQueryClient()
  const { data, error } = useQuery({ queryKey: filtersKey, queryFn: ({ signal }) => api.filters(signal) })
  const save = useMutation({
    mutationFn: ({ set, replace = false }: { set: FilterSet; replace?: boolean }) => api.saveFilters({ set, replace }),
    onSuccess(saved) {
      client.setQueryData<Filters>(filtersKey, saved)
      void client.invalidateQueries({ queryKey: forwardingKey })
    },
  })
  return { filters: data, error, save }
}

/** Where rules forward mail to; nowhere until the server has answered. */
export function useForwarding(): string[] {
  const { data } = useQuery({ queryKey: forwardingKey, queryFn: ({ signal }) => api.forwarding(signal) })
  return data?.addresses ?? []
}
