'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { onComposerWanted } from '@/app/(mail)/_state/composer-intents'

const ComposerHost = lazy(() => import('@/app/(mail)/_composer/composer-host'))

/** Loads the composer when somebody first asks for one, and keeps it from then on. */
export function ComposerSlot() {
  const [wanted, setWanted] = useState(false)
  useEffect(() => onComposerWanted(() => setWanted(true)), [])
  if (!wanted) return null
  return (
    <Suspense fallback={null}>
      <ComposerHost />
    </Suspense>
  )
}
