'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { bulkKey, detailsKey, threadsKey } from '@/app/(mail)/_state/query-keys'
import { watchedBulk } from '@/app/(mail)/_state/use-bulk'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { claimTelling } from '@/app/(mail)/_timed/told-once'
import type { BulkState } from '@/lib/contract/bulk'
import { ApiError } from '@/lib/contract/client'
import type { Problem } from '@/lib/contract/problem'
import { timedApi } from '@/lib/contract/timed-client'

const shownSeconds = 30

/** Of what ended unseen only that is told which one can still do something about. */
const worthTelling = ({ id, undoable, state }: BulkState): boolean =>
  watchedBulk.has(id) || undoable || state === 'failed'

/** Says once how each action ended, and offers to take it back. */
export function useTellEnded(ended: BulkState[]): void {
  const client = useQueryClient()
  const t = useTranslations('bulk')
  const ui = useTranslations('ui')
  const problemText = useProblemText()
  useEffect(() => {
    const failed = (error: unknown) => showToast(problemText(error), { tone: 'error' })
    const refresh = () => client.invalidateQueries({ queryKey: bulkKey })
    const undo = (id: string) => void timedApi.undoBulk(id).then(refresh, failed)
    const sentence = ({ kind, state, done, error }: BulkState) => {
      const text = done === 0 && kind !== 'undo' ? t('nothing') : t(`done.${kind}`, { count: done })
      if (state === 'canceled') return t('canceled', { text })
      if (state !== 'failed') return text
      const code = (error ?? 'internal') as Problem['code']
      return t('failed', { text, reason: problemText(new ApiError({ code })) })
    }
    for (const action of ended) {
      if (!worthTelling(action) || !claimTelling('waypost-bulk-told', action.id)) continue
      const offer = action.undoable ? { label: ui('undo'), run: () => undo(action.id) } : undefined
      const tone = action.state === 'failed' ? 'error' : 'plain'
      showToast(sentence(action), { tone, action: offer, seconds: shownSeconds })
      void client.invalidateQueries({ queryKey: threadsKey() })
      void client.invalidateQueries({ queryKey: detailsKey })
    }
  }, [ended, client, t, ui, problemText])
}
