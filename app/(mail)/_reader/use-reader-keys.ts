'use client'

import { useMemo } from 'react'
import { type Acted, type Action, leavesList } from '@/app/(mail)/_state/actions'
import { useCommands } from '@/app/(mail)/_state/commands/use-commands'
import { openComposer } from '@/app/(mail)/_state/composer-intents'
import type { Listed } from '@/app/(mail)/_state/listed'
import { goTo, leaveThread } from '@/app/(mail)/_state/place'
import { threadPath } from '@/app/(mail)/_state/place-path'
import { useChanges } from '@/app/(mail)/_state/use-changes'
import type { Neighbours } from '@/app/(mail)/_state/use-thread'
import type { MessageRef } from '@/lib/contract/messages'
import type { ThreadDetail } from '@/lib/contract/threads'

type Options = {
  listed: Listed
  threadRef: MessageRef
  detail: ThreadDetail | undefined
  neighbours: Neighbours
}

export type ReaderActions = {
  back: () => void
  show: (ref: MessageRef) => void
  answer: (kind: 'reply' | 'reply-all' | 'forward') => void
  /** Does it and, when the message leaves the list by it, goes back there. */
  act: (action: Action) => void
}

/** An open conversation as what can be acted on. */
export const actedOf = ({ ref, messages }: ThreadDetail): Acted => ({
  ref,
  messages: messages.map(({ ref, flags: { seen, flagged } }) => ({ ref, seen, flagged })),
})

/** What can be done with the open message, and the keys for it. */
export function useReaderKeys({ listed, threadRef, detail, neighbours }: Options): ReaderActions {
  const { act } = useChanges()
  const actions = useMemo<ReaderActions>(
    () => ({
      back: () => leaveThread(listed),
      show: (ref) => goTo(threadPath(listed, ref), { replace: true, fromList: true }),
      answer: (kind) => openComposer({ kind, source: detail?.messages.at(-1)?.ref ?? threadRef }),
      act: (action) => {
        if (!detail) return
        act(action, [actedOf(detail)], listed)
        if (leavesList(action) || action === 'unread') leaveThread(listed)
      },
    }),
    [act, listed, threadRef, detail],
  )
  const { newer, older } = neighbours
  const inSpam = threadRef.mailbox === 'spam'
  const archiveAndShow = (ref: MessageRef | null) => {
    if (!detail || !ref) return actions.act('archive')
    act('archive', [actedOf(detail)], listed)
    actions.show(ref)
  }
  useCommands(
    {
      next: older ? () => actions.show(older) : undefined,
      previous: newer ? () => actions.show(newer) : undefined,
      back: actions.back,
      reply: () => actions.answer('reply'),
      'reply-all': () => actions.answer('reply-all'),
      forward: () => actions.answer('forward'),
      archive: () => actions.act('archive'),
      'archive-and-older': () => archiveAndShow(older),
      'archive-and-newer': () => archiveAndShow(newer),
      delete: threadRef.mailbox === 'trash' ? undefined : () => actions.act('delete'),
      spam: () => actions.act(inSpam ? 'not-spam' : 'spam'),
      'mark-unread': () => actions.act('unread'),
      star: () => actions.act(detail?.messages.some(({ flags }) => flags.flagged) ? 'unstar' : 'star'),
    },
    'reader',
  )
  return actions
}
