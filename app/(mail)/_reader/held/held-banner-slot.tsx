'use client'

import { Suspense } from 'react'
import { lazyView } from '@/app/_ui/lazy-view'
import type { MessageRef } from '@/lib/contract/messages'

const HeldBanner = lazyView(() => import('@/app/(mail)/_reader/held/held-banner'))

/** Loads the banner when a message of Scheduled is opened. */
export function HeldBannerSlot({ messageRef }: { messageRef: MessageRef }) {
  return (
    <Suspense fallback={null}>
      <HeldBanner messageRef={messageRef} />
    </Suspense>
  )
}
