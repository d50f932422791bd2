'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { openComposer } from '@/app/(mail)/_state/composer-intents'
import { goTo } from '@/app/(mail)/_state/place'
import { mailboxPath } from '@/app/(mail)/_state/place-path'
import { mailboxesKey, outboxKey, threadsKey } from '@/app/(mail)/_state/query-keys'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { HeldMessage } from '@/lib/contract/outbox'
import { writingApi } from '@/lib/contract/writing-client'

/** What can be done with a held message. Each takes it out of Scheduled, so one sees the list at once. */
export function useHeldActions({ id }: HeldMessage) {
  const t = useTranslations('outbox')
  const client = useQueryClient()
  const problemText = useProblemText()

  const leave = () => goTo(mailboxPath('scheduled'))
  const refresh = () => {
    for (const queryKey of [outboxKey, threadsKey(), mailboxesKey]) void client.invalidateQueries({ queryKey })
  }
  const carryOut = async (ask: () => Promise<unknown>, done: string) => {
    leave()
    try {
      await ask()
      showToast(done)
    } catch (error) {
      showToast(t('failed', { reason: problemText(error) }), { tone: 'error' })
    }
    refresh()
  }
  return {
    edit: () => {
      leave()
      openComposer({ kind: 'recall', id })
    },
    cancel: () => void carryOut(() => writingApi.recall(id), t('canceled')),
    sendNow: () => void carryOut(() => writingApi.sendNow(id), t('sendingNow')),
  }
}
