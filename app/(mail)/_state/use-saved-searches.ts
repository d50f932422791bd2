'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { showToast } from '@/app/_ui/toast'
import { savedSearchesKey } from '@/app/(mail)/_state/query-keys'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { organiseApi } from '@/lib/contract/organise-client'
import type { SavedSearch, SavedSearchBody, SavedSearchList } from '@/lib/contract/saved-searches'

const none: SavedSearch[] = []

export function useSavedSearches(): SavedSearch[] {
  const { data } = useQuery({ queryKey: savedSearchesKey, queryFn: ({ signal }) => organiseApi.savedSearches(signal) })
  return data?.searches ?? none
}

/** What can be done with them. Each shows at once and asks the server again; a refusal is said. */
export function useSavedSearchEdits() {
  const client = useQueryClient()
  const problemText = useProblemText()
  const { mutate } = useMutation({
    mutationFn: (edit: () => Promise<unknown>) => edit(),
    onError: (error) => showToast(problemText(error), { tone: 'error' }),
    onSettled: () => client.invalidateQueries({ queryKey: savedSearchesKey }),
  })
  const paint = (searches: (before: SavedSearch[]) => SavedSearch[]) =>
    client.setQueryData<SavedSearchList>(savedSearchesKey, (list) => list && { searches: searches(list.searches) })
  return {
    save: (body: SavedSearchBody) => mutate(() => organiseApi.saveSearch(body)),
    change(id: string, body: SavedSearchBody) {
      paint((all) => all.map((each) => (each.id === id ? { id, ...body } : each)))
      mutate(() => organiseApi.updateSavedSearch(id, body))
    },
    remove(id: string) {
      paint((all) => all.filter((each) => each.id !== id))
      mutate(() => organiseApi.removeSavedSearch(id))
    },
    order(ids: string[]) {
      paint((all) => ids.flatMap((id) => all.find((each) => each.id === id) ?? []))
      mutate(() => organiseApi.orderSavedSearches(ids))
    },
  }
}
