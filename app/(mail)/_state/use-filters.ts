'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { filtersKey, forwardingKey } from '@/app/(mail)/_state/query-keys'
import type { FilterSet, Filters } from '@/lib/contract/filters'
import { filtersApi } from '@/lib/contract/filters-client'

/** The rules and the vacation answer, and what saves them. */
export function useFilters() {
  const client = useQueryClient()
  const { data, error } = useQuery({ queryKey: filtersKey, queryFn: ({ signal }) => filtersApi.filters(signal) })
  const save = useMutation({
    mutationFn: ({ set, replace = false }: { set: FilterSet; replace?: boolean }) =>
      filtersApi.saveFilters({ set, replace }),
    onSuccess(saved) {
      client.setQueryData<Filters>(filtersKey, saved)
      void client.invalidateQueries({ queryKey: forwardingKey })
    },
  })
  return { filters: data, error, save }
}

/** Where rules forward mail to; nowhere until the server has answered. */
export function useForwarding(): string[] {
  const { data } = useQuery({ queryKey: forwardingKey, queryFn: ({ signal }) => filtersApi.forwarding(signal) })
  return data?.addresses ?? []
}
