'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { showToast } from '@/app/_ui/toast'
import { systemKey } from '@/app/(mail)/_state/query-keys'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { api } from '@/lib/contract/client'
import type { LivingSystem } from '@/lib/contract/system'

const lookAgainMs = 2_000

/** The demo as it is, asked again while somebody looks. */
export function useSystem() {
  return useQuery({
    queryKey: systemKey,
    queryFn: ({ signal }) => api.livingSystem(signal),
    refetchInterval: lookAgainMs,
  })
}

export function useSwitchFault() {
  const problemText = useProblemText()
  const client = useQueryClient()
  return useMutation({
    mutationFn: api.switchFault,
    onSuccess: (faults) => client.setQueryData<LivingSystem>(systemKey, (system) => system && { ...system, ...faults }),
    onError: (problem) => showToast(problemText(problem), { tone: 'error' }),
  })
}
