'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { loadCode } from '@/app/_ui/lazy-view'
import { showToast } from '@/app/_ui/toast'
import type { Acted, Action, LabelChange } from '@/app/(mail)/_state/actions'
import type { Listed } from '@/app/(mail)/_state/listed'
import { useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { MessageRef } from '@/lib/contract/messages'

export type ChangeOptions = {
  /** Says nothing when it works. */
  quiet?: boolean
}

export type Changes = {
  /** Acts on conversations of a list: at once on the screen, then on the server; offers Undo. */
  act: (action: Action, threads: Acted[], listed: Listed, options?: ChangeOptions) => void
  /** The same for messages by name, whatever conversation they are in. */
  actOnMessages: (action: Action, refs: MessageRef[], options?: ChangeOptions) => void
  /** Puts several labels on, or takes them off, as one change. */
  relabel: (changes: LabelChange[], threads: Acted[], listed: Listed) => void
  /** For good; ask first. */
  removeForever: (refs: MessageRef[]) => void
  /** Wakes snoozed conversations now: they go back where they came from. */
  wake: (threads: Acted[]) => void
}

type Engine = typeof import('@/app/(mail)/_state/change-engine')
let engine: Engine | null = null

/** Loads what changes are made with, so that the first one is painted within its click. */
export async function prepareChanges(): Promise<Engine> {
  engine ??= await loadCode(() => import('@/app/(mail)/_state/change-engine'))
  return engine
}

export function useChanges(): Changes {
  const client = useQueryClient()
  const t = useTranslations('done')
  const ui = useTranslations('ui')
  const problemText = useProblemText()
  const nameOf = useMailboxName()
  return useMemo(() => {
    let made: Changes | null = null
    const makeWith = ({ makeChanges }: Engine) => {
      made ??= makeChanges({ client, t, ui, problemText, nameOf })
      return made
    }
    const failed = (error: unknown) => showToast(t('failed', { reason: problemText(error) }), { tone: 'error' })
    // not a promise for what is there: the screen changes in the same task
    const use = (work: (changes: Changes) => void) => {
      if (engine) work(makeWith(engine))
      else prepareChanges().then((loaded) => work(makeWith(loaded)), failed)
    }
    return {
      act: (...args) => use(({ act }) => act(...args)),
      actOnMessages: (...args) => use(({ actOnMessages }) => actOnMessages(...args)),
      relabel: (...args) => use(({ relabel }) => relabel(...args)),
      removeForever: (refs) => use(({ removeForever }) => removeForever(refs)),
      wake: (threads) => use(({ wake }) => wake(threads)),
    }
  }, [client, t, ui, problemText, nameOf])
}
