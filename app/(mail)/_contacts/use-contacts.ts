import { keepPreviousData, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { contactsKey } from '@/app/(mail)/_state/query-keys'
import type { ContactRow, ContactWindow } from '@/lib/contract/contacts'
import { contactsApi } from '@/lib/contract/contacts-client'

/** Rows of one request. */
export const windowSize = 100

/** Which contacts are listed: those of a group, or all (null); that every word of `q` fits. */
export type Listed = { group: string | null; q: string }

export type ContactList = {
  total: number
  loading: boolean
  error: Error | null
  rowAt: (index: number) => ContactRow | undefined
}

function combine(results: UseQueryResult<ContactWindow>[]): ContactList {
  const windows = new Map(results.flatMap(({ data }) => (data ? [[data.offset / windowSize, data.contacts]] : [])))
  const newest = results.toSorted((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0]?.data
  return {
    total: newest?.total ?? 0,
    loading: newest === undefined,
    error: results.find((result) => result.error)?.error ?? null,
    rowAt: (index) => windows.get(Math.floor(index / windowSize))?.[index % windowSize],
  }
}

/** The windows named, of one list; the first is always among them because it says how many there are. */
export function useContacts({ group, q }: Listed, windows: readonly number[]): ContactList {
  const wanted = useMemo(() => [...new Set([0, ...windows])], [windows])
  return useQueries({
    queries: wanted.map((index) => ({
      queryKey: [...contactsKey, 'list', group, q, index],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        contactsApi.book({ q, group: group ?? undefined, offset: index * windowSize, limit: windowSize }, signal),
      // what was sent meanwhile may have taught new ones
      staleTime: 0,
      placeholderData: keepPreviousData,
    })),
    combine,
  })
}

export const useContact = (id: string) =>
  useQuery({
    queryKey: [...contactsKey, 'one', id],
    queryFn: ({ signal }) => contactsApi.contact(id, signal),
    staleTime: 0,
  })

export const useGroups = () =>
  useQuery({
    queryKey: [...contactsKey, 'groups'],
    queryFn: ({ signal }) => contactsApi.groups(signal),
    staleTime: 0,
  })
