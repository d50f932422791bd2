'use client'

import { useCallback, useMemo, useState } from 'react'
import { type Piece, piecesOf } from '@/app/(mail)/_reader/thread-pieces'
import { refKey } from '@/app/(mail)/_state/query-keys'
import type { MessageRef } from '@/lib/contract/messages'
import type { ThreadDetail } from '@/lib/contract/threads'

export type ThreadMessageRow = ThreadDetail['messages'][number]

export type Folding = {
  pieces: Piece<ThreadMessageRow>[]
  isOpen: (message: ThreadMessageRow) => boolean
  toggle: (ref: MessageRef) => void
  /** Shows the lines of messages that were put away. */
  reveal: (messages: ThreadMessageRow[]) => void
  openAll: () => void
  foldAll: () => void
  /** The message the eye should fall on first: the first unread, else the newest. */
  first: MessageRef | undefined
}

/** Each open message is a document of its own: a conversation of hundreds does not open whole. */
const openLimit = 50

const isDraft = ({ flags }: ThreadMessageRow) => flags.draft

/** Which messages are open when one comes: those unread, and the newest. What is written meanwhile is neither. */
function openAtFirst({ messages, opened }: ThreadDetail): Set<string> {
  const whole = new Set(opened.map(({ ref }) => refKey(ref)))
  const unread = messages.filter((message) => !message.flags.seen && whole.has(refKey(message.ref)))
  const newest = messages.findLast((message) => !isDraft(message))
  return new Set([...unread, ...(newest ? [newest] : [])].map(({ ref }) => refKey(ref)))
}

/** Which messages of the open conversation are folded. It is decided when one comes, and then by the person. */
export function useFolding(detail: ThreadDetail): Folding {
  const [start] = useState(() => ({
    open: openAtFirst(detail),
    known: new Set(detail.messages.map(({ ref }) => refKey(ref))),
  }))
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set())
  const { messages } = detail
  const isOpen = useCallback(
    (message: ThreadMessageRow) => {
      const key = refKey(message.ref)
      // What arrives while one reads is open.
      return !isDraft(message) && (chosen.get(key) ?? (start.open.has(key) || !start.known.has(key)))
    },
    [chosen, start],
  )
  const setAll = useCallback(
    (open: boolean) => {
      const some = open ? messages.slice(-openLimit) : messages
      setChosen(new Map(some.map(({ ref }) => [refKey(ref), open])))
      setRevealed(new Set(open ? messages.map(({ ref }) => refKey(ref)) : []))
    },
    [messages],
  )
  return useMemo(() => {
    const toggle = (ref: MessageRef) => {
      const message = messages.find((other) => refKey(other.ref) === refKey(ref))
      if (message) setChosen((before) => new Map(before).set(refKey(ref), !isOpen(message)))
    }
    return {
      pieces: piecesOf(messages, isOpen, (key) => revealed.has(key)),
      isOpen,
      toggle,
      reveal: (hidden) => setRevealed((before) => new Set([...before, ...hidden.map(({ ref }) => refKey(ref))])),
      openAll: () => setAll(true),
      foldAll: () => setAll(false),
      first: messages.find(({ ref }) => start.open.has(refKey(ref)))?.ref,
    }
  }, [messages, isOpen, revealed, setAll, start])
}
