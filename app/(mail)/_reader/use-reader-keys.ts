'use client'

import type { ReaderActions } from '@/app/(mail)/_reader/use-reader-actions'
import { useCommands } from '@/app/(mail)/_state/commands/use-commands'
import { type Listed, realMailbox } from '@/app/(mail)/_state/listed'
import type { Neighbours } from '@/app/(mail)/_state/use-thread'
import type { ThreadDetail } from '@/lib/contract/threads'

type Options = {
  listed: Listed
  detail: ThreadDetail | undefined
  neighbours: Neighbours
  actions: ReaderActions
}

/** The keys for the open conversation as a whole. */
export function useReaderKeys({ listed, detail, neighbours: { newer, older }, actions }: Options): void {
  const mailbox = realMailbox(listed)
  useCommands(
    {
      next: older ? () => actions.show(older) : undefined,
      previous: newer ? () => actions.show(newer) : undefined,
      back: actions.back,
      archive: () => actions.act('archive'),
      'archive-and-older': () => actions.act('archive', older),
      'archive-and-newer': () => actions.act('archive', newer),
      delete: mailbox === 'trash' ? undefined : () => actions.act('delete'),
      spam: () => actions.act(mailbox === 'spam' ? 'not-spam' : 'spam'),
      snooze: detail && actions.snooze,
      mute: () => actions.act(detail?.muted ? 'unmute' : 'mute'),
      label: () => actions.pick('label', toolbarButton('label')),
      move: () => actions.pick('move', toolbarButton('move')),
      'mark-unread': () => actions.act('unread'),
      star: () => actions.act(detail?.messages.some(({ flags }) => flags.flagged) ? 'unstar' : 'star'),
    },
    'reader',
  )
}

/** A choice asked for by key opens where the button for it is. */
const toolbarButton = (kind: string): Element | null => document.querySelector(`[data-pick="${kind}"]`)
