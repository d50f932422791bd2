'use client'

import { useSyncExternalStore } from 'react'
import { usePreferences } from '@/app/(mail)/_state/use-preferences'
import type { Preferences } from '@/lib/contract/preferences'

const wide = '(width >= 64rem)'

/** Where the reader stands now. A narrow window has no room for both, whatever was chosen. */
export function usePane(): Preferences['pane'] {
  const { pane } = usePreferences()
  const isWide = useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(wide)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(wide).matches,
    () => true,
  )
  return isWide ? pane : 'none'
}
