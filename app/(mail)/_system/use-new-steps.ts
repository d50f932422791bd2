'use client'

import { useEffect, useRef, useState } from 'react'
import type { SystemDelivery } from '@/lib/contract/system'

/** How long a step is on its way in the picture. */
export const travelMs = 1_600

/** Steps that came since the page was opened, each for as long as it moves. */
export function useNewSteps(deliveries: SystemDelivery[]): SystemDelivery[] {
  const seen = useRef<Set<string> | null>(null)
  const [moving, setMoving] = useState<SystemDelivery[]>([])
  useEffect(() => {
    const known = seen.current
    const fresh = known === null ? [] : deliveries.filter(({ id }) => !known.has(id))
    seen.current = new Set(deliveries.map(({ id }) => id))
    if (fresh.length === 0) return
    setMoving((now) => [...now, ...fresh])
    const gone = new Set(fresh.map(({ id }) => id))
    setTimeout(() => setMoving((now) => now.filter(({ id }) => !gone.has(id))), travelMs)
  }, [deliveries])
  return moving
}
