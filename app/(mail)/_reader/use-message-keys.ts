'use client'

import type { RefObject } from 'react'
import { standOnMessage } from '@/app/(mail)/_reader/stand-on-message'
import type { Folding } from '@/app/(mail)/_reader/use-folding'
import type { MessageActions } from '@/app/(mail)/_reader/use-reader-actions'
import { useCommands } from '@/app/(mail)/_state/commands/use-commands'
import { refKey } from '@/app/(mail)/_state/query-keys'

const keyOf = (article: HTMLElement) => article.dataset.message

/** Keys within a conversation. As in the list the focus is the cursor: what is answered is the message one stands on. */
export function useMessageKeys(column: RefObject<HTMLElement | null>, folding: Folding, actions: MessageActions): void {
  const articles = () => [...(column.current?.querySelectorAll<HTMLElement>('[data-message]') ?? [])]
  const here = () => document.activeElement?.closest<HTMLElement>('[data-message]') ?? null
  const step = (by: 1 | -1) => () => {
    const all = articles()
    const stood = here()
    if (stood) return standOnMessage(all[all.indexOf(stood) + by])
    const first = folding.first && refKey(folding.first)
    standOnMessage(all.find((article) => keyOf(article) === first) ?? all.at(-1))
  }
  const answer = (kind: 'reply' | 'reply-all' | 'forward') => () => {
    const key = here()?.dataset.message
    const stood = folding.pieces.find((piece) => piece.kind === 'message' && refKey(piece.message.ref) === key)
    actions.answer(kind, stood?.kind === 'message' ? stood.message.ref : undefined)
  }
  useCommands(
    {
      'next-message': step(1),
      'previous-message': step(-1),
      'expand-all': folding.openAll,
      'collapse-all': folding.foldAll,
      reply: answer('reply'),
      'reply-all': answer('reply-all'),
      forward: answer('forward'),
    },
    'reader',
  )
}
