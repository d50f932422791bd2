'use client'

import { type RefCallback, type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Range, rangeOf, seen, within } from '@/app/_ui/row-range'

type Options = {
  count: number
  /** Of a row, in pixels: all are equally high. */
  height: number
  /** Whether it is known yet how many there are. */
  loading: boolean
  /** How far it was scrolled when last shown, in pixels. */
  start: () => number
  onScroll: (top: number) => void
}

export type VisibleRows = {
  scroller: RefObject<HTMLDivElement | null>
  /** The `ref` of the box that scrolls. */
  attach: RefCallback<HTMLDivElement>
  /** Which rows to draw. */
  rows: number[]
  /** Scrolls as little as shows a row. */
  scrollTo: (index: number) => void
}

/** For the first paint on the server, where nothing can be measured. */
const firstHeight = 900

/**
 * Which of very many rows of one height are drawn: those seen, and once the box is measured some more above and below,
 * so that the first paint waits for none that nobody sees.
 */
export function useVisibleRows({ count, height, loading, start, onScroll }: Options): VisibleRows {
  const scroller = useRef<HTMLDivElement>(null)
  const current = useRef({ height, start, onScroll })
  const [range, setRange] = useState<Range>(() => seen({ top: start(), box: firstHeight, row: height }))
  const measure = useCallback(() => {
    const box = scroller.current
    if (!box) return
    const next = rangeOf({ top: box.scrollTop, box: box.clientHeight, row: current.current.height })
    setRange((before) => (before.first === next.first && before.end === next.end ? before : next))
  }, [])
  const attach = useCallback(
    (box: HTMLDivElement) => {
      scroller.current = box
      const scrolled = () => {
        current.current.onScroll(box.scrollTop)
        // in this frame: what was scrolled to is there when it is painted
        flushSync(measure)
      }
      box.addEventListener('scroll', scrolled, { passive: true })
      // tells of the first size too
      const sizes = new ResizeObserver(measure)
      sizes.observe(box)
      return () => {
        scroller.current = null
        box.removeEventListener('scroll', scrolled)
        sizes.disconnect()
      }
    },
    [measure],
  )
  useLayoutEffect(() => {
    current.current = { height, start, onScroll }
  })
  useLayoutEffect(() => {
    if (height) measure()
  }, [height, measure])
  useLayoutEffect(() => {
    if (!loading && scroller.current) scroller.current.scrollTop = current.current.start()
  }, [loading])
  const scrollTo = useCallback((index: number) => {
    const box = scroller.current
    if (!box) return
    const top = index * current.current.height
    const lowest = top + current.current.height - box.clientHeight
    if (top < box.scrollTop) box.scrollTop = top
    else if (lowest > box.scrollTop) box.scrollTop = lowest
  }, [])
  const rows = useMemo(() => within(range, count), [range, count])
  return { scroller, attach, rows, scrollTo }
}
