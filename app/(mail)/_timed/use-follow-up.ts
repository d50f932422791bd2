'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { timedKey } from '@/app/(mail)/_state/query-keys'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { timedApi } from '@/lib/contract/timed-client'

/** Sets a reminder for a message sent, or takes it back (null). */
export function useFollowUp(): (messageId: string, at: Date | null) => void {
  const client = useQueryClient()
  const t = useTranslations('done')
  const format = useFormat()
  const problemText = useProblemText()
  return useCallback(
    (messageId, at) => {
      const due = at?.toISOString() ?? null
      timedApi.followUp(messageId, due).then(
        () => {
          void client.invalidateQueries({ queryKey: timedKey })
          showToast(due === null ? t('followUpOff') : t('followUp', { time: format.medium(due) }))
        },
        (error: unknown) => showToast(t('failed', { reason: problemText(error) }), { tone: 'error' }),
      )
    },
    [client, t, format, problemText],
  )
}
