'use client'

import { Suspense, useEffect, useState } from 'react'
import { lazyView } from '@/app/_ui/lazy-view'
import { onTimeAsked, type TimedIntent } from '@/app/(mail)/_state/timed-intents'
import { useBulkActions } from '@/app/(mail)/_state/use-bulk-actions'

const TimeDialog = lazyView(() => import('@/app/(mail)/_timed/time-dialog'))
const BulkProgress = lazyView(() => import('@/app/(mail)/_timed/bulk-progress'))

/** Loads the picker of times when one is asked for, and what shows bulk work while there is any. */
export function TimedSlot() {
  const [intent, setIntent] = useState<TimedIntent | null>(null)
  const actions = useBulkActions()
  useEffect(() => onTimeAsked(setIntent), [])
  return (
    <Suspense fallback={null}>
      {intent && <TimeDialog intent={intent} onClose={() => setIntent(null)} />}
      {actions.length > 0 && <BulkProgress actions={actions} />}
    </Suspense>
  )
}
