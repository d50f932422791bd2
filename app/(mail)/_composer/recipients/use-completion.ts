import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { completionKey } from '@/app/(mail)/_state/query-keys'
import { useSettled } from '@/app/(mail)/_state/use-settled'
import type { Address } from '@/lib/contract/address'
import type { GroupMatch } from '@/lib/contract/contacts'
import { writingApi } from '@/lib/contract/writing-client'

/** What can be chosen: one person, or everybody in a group. */
export type Completion = { kind: 'person'; person: Address } | { kind: 'group'; group: GroupMatch }

const offered = 8

/** Long enough to skip the letters of one fast word, short enough not to be felt. */
const typingPause = 120

/**
 * People and groups that fit what is being typed, without the people already chosen; groups come last. Empty while nothing is
 * typed or nobody answers.
 */
export function useCompletion(text: string, chosen: Address[]): Completion[] {
  const q = useSettled(text.trim(), typingPause)
  const { data } = useQuery({
    queryKey: [...completionKey, q],
    queryFn: ({ signal }) => writingApi.contacts(q, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (text.trim() === '' || q === '') return []
  const taken = new Set(chosen.map((each) => each.address.toLowerCase()))
  const people = (data?.contacts ?? []).filter((each) => !taken.has(each.address.toLowerCase()))
  const groups = data?.groups ?? []
  return [
    ...people.slice(0, offered - groups.length).map((person) => ({ kind: 'person' as const, person })),
    ...groups.map((group) => ({ kind: 'group' as const, group })),
  ]
}
