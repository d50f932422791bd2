'use client'

import { Suspense, useEffect, useState } from 'react'
import { lazyView } from '@/app/_ui/lazy-view'
import { useAccount } from '@/app/(mail)/_state/account'
import { onComposerWanted } from '@/app/(mail)/_state/composer-intents'
import { abandonedCopies } from '@/app/(mail)/_state/draft-copies'

const ComposerHost = lazyView(() => import('@/app/(mail)/_composer/composer-host'))

/** Loads the composer when somebody first asks for one, or when this browser holds unsaved text; keeps it from then on. */
export function ComposerSlot() {
  const [wanted, setWanted] = useState(false)
  const { address } = useAccount()
  useEffect(() => onComposerWanted(() => setWanted(true)), [])
  useEffect(() => {
    abandonedCopies(address).then(
      (copies) => copies.length > 0 && setWanted(true),
      () => undefined,
    )
  }, [address])
  if (!wanted) return null
  return (
    <Suspense fallback={null}>
      <ComposerHost />
    </Suspense>
  )
}
