'use client'

import { useMemo } from 'react'
import type { Picking } from '@/app/(mail)/_labels/picker-slot'
import { type Acted, type Action, leavesList } from '@/app/(mail)/_state/actions'
import { canSnooze } from '@/app/(mail)/_state/can-snooze'
import { openComposer } from '@/app/(mail)/_state/composer-intents'
import type { Listed } from '@/app/(mail)/_state/listed'
import { goTo, leaveThread } from '@/app/(mail)/_state/place'
import { threadPath } from '@/app/(mail)/_state/place-path'
import { refKey } from '@/app/(mail)/_state/query-keys'
import { askForTime } from '@/app/(mail)/_state/timed-intents'
import { useChanges } from '@/app/(mail)/_state/use-changes'
import type { MessageRef } from '@/lib/contract/messages'
import type { ThreadDetail } from '@/lib/contract/threads'

type AnswerKind = 'reply' | 'reply-all' | 'forward'

/** What can be done with one message of the open conversation. */
export type MessageActions = {
  /** The newest message where none is named. */
  answer: (kind: AnswerKind, ref?: MessageRef) => void
  star: (ref: MessageRef, value: boolean) => void
  deleteMessage: (ref: MessageRef) => void
  /** It and what came after it; then one goes back to the list. */
  unreadFrom: (ref: MessageRef) => void
}

/** What can be done with all of it. */
export type ReaderActions = MessageActions & {
  /** Opens the choice of labels or of a folder beside `anchor`. */
  pick: (kind: Picking['kind'], anchor: Element | null) => void
  /** Takes a label off every message. */
  unlabel: (label: string) => void
  back: () => void
  show: (ref: MessageRef) => void
  /** Does it and, when the conversation leaves the list by it, goes to `then`, or back there. */
  act: (action: Action, then?: MessageRef | null) => void
  /** Asks until when; undefined where nothing can sleep. */
  snooze: (() => void) | undefined
  /** Wakes it now; undefined when it does not sleep. */
  unsnooze: (() => void) | undefined
}

/** Without the answers that are still being written: what is done with a conversation is not meant for them. */
function finished({ messages }: ThreadDetail): ThreadDetail['messages'] {
  const some = messages.filter(({ ref }) => ref.mailbox !== 'drafts')
  return some.length > 0 ? some : messages
}

/** An open conversation as what can be acted on. */
export const actedOf = (detail: ThreadDetail): Acted => ({
  ref: detail.ref,
  messages: finished(detail).map(({ ref, flags: { seen, flagged } }) => ({ ref, seen, flagged })),
})

export function useReaderActions(
  listed: Listed,
  detail: ThreadDetail | undefined,
  onPick: (picking: Picking) => void,
): ReaderActions {
  const { act, actOnMessages, wake } = useChanges()
  return useMemo(() => {
    const back = () => leaveThread(listed)
    const show = (ref: MessageRef) => goTo(threadPath(listed, ref), { replace: true, fromList: true })
    const messages = detail ? finished(detail) : []
    const refs = messages.map(({ ref }) => ref)
    const sleeps = refs.some(({ mailbox }) => mailbox === 'snoozed')
    return {
      back,
      show,
      answer: (kind, ref) => {
        const source = ref ?? messages.findLast(({ flags }) => !flags.draft)?.ref
        if (source) openComposer({ kind, source }, 'conversation')
      },
      star: (ref, value) => actOnMessages(value ? 'star' : 'unstar', [ref]),
      deleteMessage: (ref) => {
        actOnMessages('delete', [ref])
        if (messages.length < 2) back()
      },
      unreadFrom: (ref) => {
        const from = messages.findIndex((message) => refKey(message.ref) === refKey(ref))
        const later = messages.slice(from).map((message) => message.ref)
        actOnMessages('unread', later)
        back()
      },
      snooze: canSnooze(listed) ? () => askForTime({ kind: 'snooze', conversations: [refs], done: back }) : undefined,
      unsnooze: sleeps && detail ? () => wake([actedOf(detail)]) : undefined,
      pick: (kind, anchor) => {
        if (detail) onPick({ kind, anchor, threads: [{ ...actedOf(detail), labels: detail.labels }] })
      },
      unlabel: (label) => detail && act({ label, value: false }, [actedOf(detail)], listed),
      act: (action, then) => {
        if (!detail) return
        act(action, [actedOf(detail)], listed)
        if (!leavesList(action) && action !== 'unread') return
        if (then) show(then)
        else back()
      },
    }
  }, [act, actOnMessages, wake, listed, detail, onPick])
}
