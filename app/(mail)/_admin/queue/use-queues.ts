'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { changeInParts } from '@/app/(mail)/_admin/queue/change-in-parts'
import { mailQueuesKey } from '@/app/(mail)/_state/query-keys'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { operatorApi } from '@/lib/contract/operator-client'
import type { ChangeQueue } from '@/lib/contract/queue'

/** A queue tells nobody that it changed: it is asked again while somebody looks at it. */
const lookAgainMs = 4_000

/** What waits and has these words; while others are asked for, what was found before stays. */
export function useQueues(words: string) {
  return useQuery({
    queryKey: [...mailQueuesKey, words],
    queryFn: ({ signal }) => operatorApi.mailQueues(words, signal),
    refetchInterval: lookAgainMs,
    placeholderData: keepPreviousData,
  })
}

/** Retries, holds, releases or deletes; says what was done, and looks again. */
export function useChangeQueue() {
  const t = useTranslations('admin')
  const problemText = useProblemText()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ChangeQueue) => changeInParts(body, operatorApi.changeQueue),
    onSuccess: ({ changed }, { verb }) => showToast(t(`changed.${verb}`, { count: changed })),
    onError: (problem) => showToast(problemText(problem), { tone: 'error' }),
    onSettled: () => client.invalidateQueries({ queryKey: mailQueuesKey }),
  })
}
