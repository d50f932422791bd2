'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { paintChanges } from '@/app/(mail)/_state/paint-change'
import { timedKey } from '@/app/(mail)/_state/query-keys'
import { settle } from '@/app/(mail)/_state/settle'
import type { TimedIntent } from '@/app/(mail)/_state/timed-intents'
import { useBulk } from '@/app/(mail)/_state/use-bulk'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { api } from '@/lib/contract/client'
import type { MessageRef } from '@/lib/contract/messages'
import { timedApi } from '@/lib/contract/timed-client'

type SnoozeIntent = Exclude<TimedIntent, { kind: 'follow-up' }>

/** Puts conversations to sleep: at once on the screen, then on the server; offers Undo. */
export function useSnooze(): (intent: SnoozeIntent, at: Date) => void {
  const client = useQueryClient()
  const t = useTranslations('done')
  const ui = useTranslations('ui')
  const format = useFormat()
  const problemText = useProblemText()
  const bulk = useBulk()
  return useCallback(
    (intent, at) => {
      const until = at.toISOString()
      intent.done()
      if (intent.kind === 'snooze-everything') return bulk(intent.listed, { kind: 'snooze', until })
      const failed = (error: unknown) => showToast(t('failed', { reason: problemText(error) }), { tone: 'error' })
      const refresh = () => client.invalidateQueries({ queryKey: timedKey })
      const undo = (refs: MessageRef[]) =>
        void settle(client, () => api.unsnooze(refs)).then(() => {
          void refresh()
          showToast(t('undone'))
        }, failed)
      const inInbox = intent.conversations.flat().filter(({ mailbox }) => mailbox === 'inbox')
      const takeBack = paintChanges(client, [{ kind: 'move', refs: inInbox, to: 'snoozed' }])
      settle(client, () => timedApi.snooze(intent.conversations, until)).then(
        ({ moved }) => {
          void refresh()
          const refs = moved.map(({ to }) => to)
          const offer = refs.length > 0 ? { label: ui('undo'), run: () => undo(refs) } : undefined
          showToast(t('snoozed', { time: format.medium(until) }), { action: offer })
        },
        (error: unknown) => {
          takeBack()
          failed(error)
        },
      )
    },
    [client, t, ui, format, problemText, bulk],
  )
}
