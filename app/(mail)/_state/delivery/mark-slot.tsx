'use client'

import { Suspense, useEffect, useState } from 'react'
import { lazyView } from '@/app/_ui/lazy-view'
import type { MessageRef } from '@/lib/contract/messages'

const DeliveryMark = lazyView(() => import('@/app/(mail)/_state/delivery/delivery-mark'))

/** Loads the mark of a sent message once its row is painted: rows never wait for it. */
export function MarkSlot({ messageRef, className }: { messageRef: MessageRef; className?: string }) {
  const [painted, setPainted] = useState(false)
  useEffect(() => setPainted(true), [])
  if (!painted) return null
  return (
    <Suspense fallback={null}>
      <DeliveryMark messageRef={messageRef} className={className} />
    </Suspense>
  )
}
