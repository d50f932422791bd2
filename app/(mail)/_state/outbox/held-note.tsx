'use client'

import { classNames } from '@/app/_ui/class-names'
import { useHeldText } from '@/app/(mail)/_state/outbox/use-held-text'
import { useHeld } from '@/app/(mail)/_state/outbox/use-outbox'
import type { MessageRef } from '@/lib/contract/messages'

/** When a message of Scheduled leaves, or why it does not. */
export default function HeldNote({ messageRef, className }: { messageRef: MessageRef; className?: string }) {
  const held = useHeld(messageRef)
  const { stateOf, reasonOf } = useHeldText()
  if (!held) return null
  const wrong = held.reason !== null
  return (
    <span
      title={reasonOf(held) ?? undefined}
      className={classNames(
        className,
        'shrink-0 self-center rounded-sm px-1.5 text-xs',
        wrong ? 'bg-danger-wash text-danger-text' : 'bg-selected text-accent-text',
      )}
    >
      {stateOf(held)}
    </span>
  )
}
