'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { watchedBulk } from '@/app/(mail)/_state/use-bulk'
import type { BulkState } from '@/lib/contract/bulk'

/** In milliseconds: a bar that goes sooner is a flash nobody can read. */
const leastShown = 700

const isLive = ({ state }: BulkState) => state === 'running' || state === 'canceling'

/**
 * What is shown as work under way: what is, and what this window watches until it has been seen for a moment, however soon
 * it ended. The rest has `ended` for the person too.
 */
export function useShownBulk(actions: BulkState[]): { underWay: BulkState[]; ended: BulkState[] } {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const timed = useRef(new Set<string>())
  useEffect(() => {
    for (const action of actions) {
      const { id } = action
      if (isLive(action)) watchedBulk.add(id)
      if (!watchedBulk.has(id) || timed.current.has(id)) continue
      timed.current.add(id)
      setTimeout(() => setSeen((before) => new Set(before).add(id)), leastShown)
    }
  }, [actions])
  return useMemo(() => {
    const isUnderWay = (action: BulkState) => isLive(action) || (watchedBulk.has(action.id) && !seen.has(action.id))
    return { underWay: actions.filter(isUnderWay), ended: actions.filter((action) => !isUnderWay(action)) }
  }, [actions, seen])
}
