'use client'

import { useCallback, useEffect, useRef } from 'react'
import type { Picking } from '@/app/(mail)/_labels/picker-slot'
import type { useSelection } from '@/app/(mail)/_list/use-selection'
import type { useWindow } from '@/app/(mail)/_list/use-window'
import { type Action, leavesList } from '@/app/(mail)/_state/actions'
import { canSnooze } from '@/app/(mail)/_state/can-snooze'
import { useCommands } from '@/app/(mail)/_state/commands/use-commands'
import { type Listed, listedName, realMailbox } from '@/app/(mail)/_state/listed'
import type { ThreadRow } from '@/lib/contract/threads'

type CursorOptions = {
  listed: Listed
  view: ReturnType<typeof useWindow>
  selection: ReturnType<typeof useSelection>
  actOn: (action: Action, rows: ThreadRow[]) => void
  onDeleteForever: (rows: ThreadRow[]) => void
  onSnooze: (rows: ThreadRow[]) => void
  onPick: (picking: Picking) => void
}

/** The row one stood on in each list, so that j and k go on from there after reading. */
const cursors = new Map<string, number>()

/** Keys of the list. The cursor is the focus: what is read out, drawn and acted on is the same row. */
export function useCursor({ listed, view, selection, actOn, onDeleteForever, onSnooze, onPick }: CursorOptions): void {
  const { list, scrollTo, scroller } = view
  const name = listedName(listed)
  const mailbox = realMailbox(listed)
  const wanted = useRef<number | null>(null)
  const focusRow = useCallback(
    (index: number) => {
      const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)
      if (!link) return false
      link.focus({ preventScroll: true })
      return true
    },
    [scroller],
  )
  useEffect(() => {
    if (wanted.current !== null && focusRow(wanted.current)) wanted.current = null
  })
  useEffect(() => {
    // on the document: an empty list has no box yet, and gets one when mail comes
    const remember = (event: FocusEvent) => {
      const row = event.target instanceof Element ? event.target.closest('[data-index]') : null
      if (row && scroller.current?.contains(row)) cursors.set(name, Number(row.getAttribute('data-index')))
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [name, scroller])
  const moveTo = (index: number) => {
    if (list.total === 0) return
    const target = Math.min(Math.max(0, index), list.total - 1)
    cursors.set(name, target)
    scrollTo(target)
    if (!focusRow(target)) wanted.current = target
  }
  const at = () => cursors.get(name) ?? -1
  const chosen = (): ThreadRow[] => {
    if (selection.rows.length > 0) return selection.rows
    const row = list.rowAt(at())
    return row ? [row] : []
  }
  const act = (action: Action) => () => {
    const rows = chosen()
    if (rows.length === 0) return
    // The row under the cursor goes; the one that takes its place gets the focus.
    if (leavesList(action)) wanted.current = at()
    actOn(action, rows)
  }
  const pick = (kind: Picking['kind']) => () => {
    const rows = chosen()
    const row = scroller.current?.querySelector(`[data-index="${at()}"]`) ?? null
    if (rows.length > 0) onPick({ kind, threads: rows, anchor: row })
  }
  const open = () => scroller.current?.querySelector<HTMLElement>(`[data-index="${at()}"] a`)?.click()
  const final = mailbox === 'trash' || mailbox === 'spam'
  useCommands({
    next: () => moveTo(at() + 1),
    previous: () => moveTo(at() - 1),
    open,
    select: () => at() >= 0 && selection.toggle(at(), false),
    archive: mailbox === 'archive' || mailbox === 'drafts' ? undefined : act('archive'),
    delete: final ? () => onDeleteForever(chosen()) : act('delete'),
    spam: mailbox === 'spam' ? act('not-spam') : act('spam'),
    star: () => act(chosen().every((row) => row.flags.flagged) ? 'unstar' : 'star')(),
    mute: () => act(chosen().every((row) => row.muted) ? 'unmute' : 'mute')(),
    snooze: canSnooze(listed) ? () => chosen().length > 0 && onSnooze(chosen()) : undefined,
    'mark-unread': act('unread'),
    'mark-read': act('read'),
    label: pick('label'),
    move: pick('move'),
    refresh: list.retry,
    'select-all': () => selection.set(list.rows),
    'select-read': () => selection.set(list.rows.filter((row) => row.flags.seen)),
    'select-unread': () => selection.set(list.rows.filter((row) => !row.flags.seen)),
    'select-starred': () => selection.set(list.rows.filter((row) => row.flags.flagged)),
    'select-none': selection.clear,
  })
}
