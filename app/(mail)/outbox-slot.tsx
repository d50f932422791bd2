'use client'

import { Suspense, useEffect, useState } from 'react'
import { lazyView } from '@/app/_ui/lazy-view'

const OutboxTeller = lazyView(() => import('@/app/(mail)/_timed/outbox-teller'))

/** After the first rows there is time for it. */
const calmMs = 3_000

/** Loads what tells of messages that do not leave. */
export function OutboxSlot() {
  const [calm, setCalm] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setCalm(true), calmMs)
    return () => clearTimeout(timer)
  }, [])
  if (!calm) return null
  return (
    <Suspense fallback={null}>
      <OutboxTeller />
    </Suspense>
  )
}
