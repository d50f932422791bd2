'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { showToast } from '@/app/_ui/toast'
import { systemKey } from '@/app/(mail)/_state/query-keys'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { operatorApi } from '@/lib/contract/operator-client'
import type { LivingSystem } from '@/lib/contract/system'

const lookAgainMs = 2_000

/** The demo as it is, asked again while somebody looks. */
export function useSystem() {
  return useQuery({
    queryKey: systemKey,
    queryFn: ({ signal }) => operatorApi.livingSystem(signal),
    refetchInterval: lookAgainMs,
  })
}

export function useSwitchFault() {
  const problemText = useProblemText()
  const client = useQueryClient()
  return useMutation({
    mutationFn: operatorApi.switchFault,
    onSuccess: (faults) => client.setQueryData<LivingSystem>(systemKey, (system) => system && { ...system, ...faults }),
    onError: (problem) => showToast(problemText(problem), { tone: 'error' }),
  })
}
