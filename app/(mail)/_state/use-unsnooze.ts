'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import type { Acted } from '@/app/(mail)/_state/actions'
import { paintChanges } from '@/app/(mail)/_state/paint-change'
import { timedKey } from '@/app/(mail)/_state/query-keys'
import { settle } from '@/app/(mail)/_state/settle'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { api } from '@/lib/contract/client'

/** Wakes conversations now: they go back where they came from. */
export function useUnsnooze(): (threads: Acted[]) => void {
  const client = useQueryClient()
  const t = useTranslations('done')
  const problemText = useProblemText()
  return useCallback(
    (threads) => {
      const refs = threads.flatMap(({ messages }) => messages.map(({ ref }) => ref))
      const asleep = refs.filter(({ mailbox }) => mailbox === 'snoozed')
      if (asleep.length === 0) return
      const takeBack = paintChanges(client, [{ kind: 'move', refs: asleep, to: 'inbox' }])
      settle(client, () => api.unsnooze(asleep)).then(
        () => {
          void client.invalidateQueries({ queryKey: timedKey })
          showToast(t('unsnoozed', { count: threads.length }))
        },
        (error: unknown) => {
          takeBack()
          showToast(t('failed', { reason: problemText(error) }), { tone: 'error' })
        },
      )
    },
    [client, t, problemText],
  )
}
