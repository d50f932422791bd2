'use client'

import { Suspense, useEffect, useState } from 'react'
import { lazyView } from '@/app/_ui/lazy-view'
import type { MessageRef } from '@/lib/contract/messages'

const HeldNote = lazyView(() => import('@/app/(mail)/_state/outbox/held-note'))

/** Loads the note of a message in Scheduled once its row is painted: rows never wait for it. */
export function HeldSlot({ messageRef, className }: { messageRef: MessageRef; className?: string }) {
  const [painted, setPainted] = useState(false)
  useEffect(() => setPainted(true), [])
  if (!painted) return null
  return (
    <Suspense fallback={null}>
      <HeldNote messageRef={messageRef} className={className} />
    </Suspense>
  )
}
