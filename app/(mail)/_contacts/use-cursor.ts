import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { ContactList } from '@/app/(mail)/_contacts/use-contacts'
import type { Selected } from '@/app/(mail)/_contacts/use-selected'
import { useCommands } from '@/app/(mail)/_state/commands/use-commands'

type CursorInput = {
  scroller: RefObject<HTMLDivElement | null>
  list: ContactList
  scrollTo: (index: number) => void
  selected: Selected
}

/** One row at a time is in the tab order; arrows and the keys of lists move among all, also to those not drawn yet. */
export function useCursor({ scroller, list, scrollTo, selected }: CursorInput) {
  const [at, setAt] = useState(0)
  const wanted = useRef<number | null>(null)
  const linkAt = (index: number) => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)
  const moveTo = (index: number) => {
    const next = Math.min(list.total - 1, Math.max(0, index))
    setAt(next)
    wanted.current = next
    scrollTo(next)
    linkAt(next)?.focus()
  }
  useEffect(() => {
    // the row moved to may be drawn, or its window loaded, only now
    if (wanted.current === null) return
    const link = linkAt(wanted.current)
    if (!link) return
    wanted.current = null
    link.focus()
  })
  const hasFocus = () => scroller.current?.contains(document.activeElement) === true
  const row = () => list.rowAt(at)
  const onKeyDown = (event: KeyboardEvent) => {
    const keys: Record<string, (() => void) | undefined> = {
      ArrowDown: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at - 1),
      Home: () => moveTo(0),
      End: () => moveTo(list.total - 1),
    }
    const run = keys[event.key]
    if (!run) return
    event.preventDefault()
    run()
  }
  useCommands({
    next: () => moveTo(hasFocus() ? at + 1 : at),
    previous: () => moveTo(hasFocus() ? at - 1 : at),
    open: () => linkAt(at)?.click(),
    select: () => {
      const current = row()
      if (current) selected.toggle(current)
    },
    'select-none': selected.rows.length > 0 ? selected.clear : undefined,
  })
  return { at: Math.min(at, Math.max(0, list.total - 1)), set: setAt, onKeyDown }
}
