'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import type { Action } from '@/app/(mail)/_state/actions'
import type { Listed } from '@/app/(mail)/_state/listed'
import { bulkKey } from '@/app/(mail)/_state/query-keys'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { BulkChange, BulkList, BulkScope, BulkState } from '@/lib/contract/bulk'
import { api } from '@/lib/contract/client'

/** An action of the list as a change to everything. */
export function bulkChangeOf(action: Action): BulkChange {
  if (typeof action !== 'object') return { kind: action }
  if ('moveTo' in action) return { kind: 'move', to: action.moveTo }
  return { kind: action.value ? 'label' : 'unlabel', label: action.label }
}

const scopeOf = (listed: Listed): BulkScope =>
  listed.kind === 'mailbox'
    ? { kind: 'list', mailbox: listed.id }
    : { kind: 'search', q: listed.q, zone: Intl.DateTimeFormat().resolvedOptions().timeZone }

/** What this window started, or saw at work: its end is told here. */
export const watchedBulk = new Set<string>()

/** A short piece of work has ended before it could be asked about: it is shown from the moment it was accepted. */
function watch(client: QueryClient, started: BulkState): void {
  watchedBulk.add(started.id)
  client.setQueryData<BulkList>(bulkKey, (list) => {
    const actions = list?.actions ?? []
    return actions.some(({ id }) => id === started.id) ? list : { actions: [started, ...actions] }
  })
  void client.invalidateQueries({ queryKey: bulkKey })
}

/** Starts a change to everything of a list; how far it is, and Undo, are shown by themselves (see `_timed`). */
export function useBulk(): (listed: Listed, change: BulkChange) => void {
  const client = useQueryClient()
  const t = useTranslations('done')
  const problemText = useProblemText()
  return useCallback(
    (listed, change) => {
      api.startBulk({ scope: scopeOf(listed), change }).then(
        (started) => watch(client, started),
        (error: unknown) => showToast(t('failed', { reason: problemText(error) }), { tone: 'error' }),
      )
    },
    [client, t, problemText],
  )
}
