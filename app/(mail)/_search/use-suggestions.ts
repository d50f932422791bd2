'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type Suggestion, suggest, typedPiece } from '@/app/(mail)/_search/suggest'
import { useAccount } from '@/app/(mail)/_state/account'
import { completionKey } from '@/app/(mail)/_state/query-keys'
import { recentSearches } from '@/app/(mail)/_state/recent-searches'
import { useLabels } from '@/app/(mail)/_state/use-labels'
import { useMailboxes, useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import { useSavedSearches } from '@/app/(mail)/_state/use-saved-searches'
import { useSettled } from '@/app/(mail)/_state/use-settled'
import { writingApi } from '@/lib/contract/writing-client'

/** Long enough to skip the letters of one fast word, short enough not to be felt. */
const typingPause = 120

const peopleOperators = new Set(['', 'from', 'to', 'cc'])

function usePeople(text: string) {
  const { operator, value } = typedPiece(text)
  const q = useSettled(peopleOperators.has(operator) ? value : '', typingPause)
  const { data } = useQuery({
    queryKey: [...completionKey, q],
    queryFn: ({ signal }) => writingApi.contacts(q, signal),
    enabled: q !== '' || operator !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
  return data?.contacts
}

/** What to suggest for a text being typed. `refresh` after something was taken out of the recent searches. */
export function useSuggestions(text: string): { suggestions: Suggestion[]; refresh: () => void } {
  const { address } = useAccount()
  const [recent, setRecent] = useState(() => recentSearches(address))
  const people = usePeople(text)
  const saved = useSavedSearches()
  const mailboxes = useMailboxes().data?.mailboxes
  const nameOf = useMailboxName()
  const labels = useLabels()
  const suggestions = useMemo(() => {
    const places = (mailboxes ?? []).map(({ id, role, path }) => ({
      name: role ? nameOf(id) : path,
      value: role ?? path,
    }))
    const named = labels.map(({ name }) => ({ name, value: name }))
    return suggest(text, { people: people ?? [], labels: named, mailboxes: places, recent, saved })
  }, [text, people, labels, mailboxes, nameOf, recent, saved])
  return { suggestions, refresh: () => setRecent(recentSearches(address)) }
}
