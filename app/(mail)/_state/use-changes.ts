'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { type Acted, type Action, changesOf, messagesFor } from '@/app/(mail)/_state/actions'
import type { Listed } from '@/app/(mail)/_state/listed'
import { paintChanges, paintRemoved } from '@/app/(mail)/_state/paint-change'
import { detailsKey } from '@/app/(mail)/_state/query-keys'
import { settle } from '@/app/(mail)/_state/settle'
import { detailWithMoved } from '@/app/(mail)/_state/thread-edits'
import { useLabelOf } from '@/app/(mail)/_state/use-labels'
import { useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { Change, ChangesApplied } from '@/lib/contract/changes'
import { api } from '@/lib/contract/client'
import type { MessageRef } from '@/lib/contract/messages'
import type { ThreadDetail } from '@/lib/contract/threads'

/** What is open stays usable: its messages go by their new names. */
function follow(client: QueryClient, { moved }: ChangesApplied): void {
  if (moved.length === 0) return
  client.setQueriesData<ThreadDetail>({ queryKey: detailsKey }, (detail) => detail && detailWithMoved(detail, moved))
}

type Options = {
  /** Says nothing when it works. */
  quiet?: boolean
}

export type Changes = {
  /** Acts on conversations of a list: at once on the screen, then on the server; offers Undo. */
  act: (action: Action, threads: Acted[], listed: Listed, options?: Options) => void
  /** The same for messages by name, whatever conversation they are in. */
  actOnMessages: (action: Action, refs: MessageRef[], options?: Options) => void
  /** For good; ask first. */
  removeForever: (refs: MessageRef[]) => void
}

export function useChanges(): Changes {
  const client = useQueryClient()
  const t = useTranslations('done')
  const ui = useTranslations('ui')
  const problemText = useProblemText()
  const nameOf = useMailboxName()
  const labelOf = useLabelOf()
  return useMemo(() => {
    const failed = (error: unknown) => showToast(t('failed', { reason: problemText(error) }), { tone: 'error' })
    const undo = (opposite: Change[]) =>
      settle(client, () => api.applyChanges(opposite)).then((applied) => {
        follow(client, applied)
        void client.invalidateQueries({ queryKey: detailsKey })
        showToast(t('undone'))
      }, failed)
    const sentence = (action: Action, count: number): string => {
      if (typeof action !== 'object') return t(sentences[action], { count })
      if ('moveTo' in action) return t('moved', { count, mailbox: nameOf(action.moveTo) })
      return t(action.value ? 'labelled' : 'unlabelled', { count, label: labelOf(action.label)?.name ?? '' })
    }
    const say = (action: Action, count: number, opposite: Change[]) => {
      const text = sentence(action, count)
      const offer = opposite.length > 0 ? { label: ui('undo'), run: () => void undo(opposite) } : undefined
      showToast(text, { action: offer })
    }
    const apply = (action: Action, refs: MessageRef[], count: number, { quiet = false }: Options = {}) => {
      const changes = changesOf(action, refs)
      if (changes.length === 0) return
      const takeBack = paintChanges(client, changes)
      settle(client, () => api.applyChanges(changes)).then(
        (applied) => {
          follow(client, applied)
          if (!quiet) say(action, count, applied.opposite)
        },
        (error: unknown) => {
          takeBack()
          failed(error)
        },
      )
    }
    const act: Changes['act'] = (action, threads, listed, options) => {
      const refs = threads.flatMap((thread) => messagesFor(action, thread, listed).map(({ ref }) => ref))
      apply(action, refs, threads.length, options)
    }
    const actOnMessages: Changes['actOnMessages'] = (action, refs, options) => apply(action, refs, refs.length, options)
    const removeForever: Changes['removeForever'] = (refs) => {
      const takeBack = paintRemoved(client, refs)
      settle(client, () => api.removeMessages(refs)).then(
        () => showToast(t('deletedForever', { count: refs.length })),
        (error: unknown) => {
          takeBack()
          failed(error)
        },
      )
    }
    return { act, actOnMessages, removeForever }
  }, [client, t, ui, problemText, nameOf, labelOf])
}

const sentences = {
  archive: 'archived',
  delete: 'deleted',
  spam: 'spam',
  'not-spam': 'notSpam',
  read: 'read',
  unread: 'unread',
  star: 'starred',
  unstar: 'unstarred',
  mute: 'muted',
  unmute: 'unmuted',
} as const
