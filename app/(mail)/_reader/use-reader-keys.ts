'use client'

import { useMemo } from 'react'
import { openComposer } from '@/app/(mail)/_state/composer-intents'
import { goTo, leaveMessage } from '@/app/(mail)/_state/place'
import { messagePath } from '@/app/(mail)/_state/place-path'
import { type Action, useChanges } from '@/app/(mail)/_state/use-changes'
import { useShortcuts } from '@/app/(mail)/_state/use-shortcuts'
import type { MessageDetail, MessageRef } from '@/lib/contract/messages'

type Options = {
  listed: string
  messageRef: MessageRef
  detail: MessageDetail | undefined
  neighbours: { newer: MessageRef | null; older: MessageRef | null }
}

export type ReaderActions = {
  back: () => void
  show: (ref: MessageRef) => void
  answer: (kind: 'reply' | 'reply-all' | 'forward') => void
  /** Does it and, when the message leaves the list by it, goes back there. */
  act: (action: Action) => void
}

const stays = new Set<Action>(['star', 'unstar', 'read'])

/** What can be done with the open message, and the keys for it. */
export function useReaderKeys({ listed, messageRef, detail, neighbours }: Options): ReaderActions {
  const { act } = useChanges()
  const actions = useMemo<ReaderActions>(
    () => ({
      back: () => leaveMessage(listed),
      show: (ref) => goTo(messagePath(listed, ref), { replace: true, fromList: true }),
      answer: (kind) => openComposer({ kind, source: messageRef }),
      act: (action) => {
        act(action, [messageRef])
        if (!stays.has(action)) leaveMessage(listed)
      },
    }),
    [act, listed, messageRef],
  )
  const { newer, older } = neighbours
  const inSpam = messageRef.mailbox === 'spam'
  useShortcuts({
    j: older ? () => actions.show(older) : undefined,
    k: newer ? () => actions.show(newer) : undefined,
    u: actions.back,
    Escape: actions.back,
    r: () => actions.answer('reply'),
    a: () => actions.answer('reply-all'),
    f: () => actions.answer('forward'),
    e: () => actions.act('archive'),
    '#': messageRef.mailbox === 'trash' ? undefined : () => actions.act('delete'),
    '!': () => actions.act(inSpam ? 'not-spam' : 'spam'),
    U: () => actions.act('unread'),
    s: () => actions.act(detail?.flags.flagged ? 'unstar' : 'star'),
  })
  return actions
}
