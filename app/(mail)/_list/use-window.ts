'use client'

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useVisibleRows } from '@/app/_ui/use-visible-rows'
import { type Listed, listedName } from '@/app/(mail)/_state/listed'
import { windowSize } from '@/app/(mail)/_state/query-keys'
import { usePreferences } from '@/app/(mail)/_state/use-preferences'
import { type ThreadList, useThreads } from '@/app/(mail)/_state/use-threads'

const narrow = '(width < 48rem)'
// As --row in globals.css, in pixels.
const heights = { comfortable: 52, default: 40, compact: 32, narrow: 80 }

function useRowHeight(): number {
  const isNarrow = useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(narrow)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(narrow).matches,
    () => false,
  )
  const { density } = usePreferences()
  return heights[isNarrow ? 'narrow' : density]
}

/** Where a person was in each list, kept while the page lives: coming back from a message must not move anything. */
const places = new Map<string, number>()

/** The part of a list that is on the screen: its conversations, and which rows of how many to draw. */
export function useWindow(listed: Listed) {
  const name = listedName(listed)
  const height = useRowHeight()
  const [windows, setWindows] = useState<readonly number[]>(() => windowsOf(places.get(name) ?? 0, height))
  const list: ThreadList = useThreads(listed, windows)
  const { scroller, attach, rows, scrollTo } = useVisibleRows({
    count: list.total,
    height,
    loading: list.loading,
    start: () => places.get(name) ?? 0,
    onScroll: (top) => void places.set(name, top),
  })
  const first = Math.floor((rows[0] ?? 0) / windowSize)
  const last = Math.floor((rows.at(-1) ?? 0) / windowSize)
  useEffect(() => {
    // A thumb dragged over 100,000 messages passes every window: fetch where it rests.
    const timer = setTimeout(() => setWindows(first === last ? [first] : range(first, last)), 60)
    return () => clearTimeout(timer)
  }, [first, last])
  return useMemo(() => ({ scroller, attach, list, rows, scrollTo }), [scroller, attach, list, rows, scrollTo])
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i)

const windowsOf = (offset: number, height: number): number[] => [Math.floor(offset / height / windowSize)]
