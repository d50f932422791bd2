'use client'

import { useCallback, useMemo } from 'react'
import type { ListMode } from '@/app/(mail)/_state/list-mode'
import { useChangePreferences, usePreferences } from '@/app/(mail)/_state/use-preferences'

/** Conversations or single messages, and how to change to the other. Kept for every browser of the account. */
export function useListMode(): { mode: ListMode; choose: (mode: ListMode) => void } {
  const { conversations } = usePreferences()
  const change = useChangePreferences()
  const choose = useCallback((mode: ListMode) => change({ conversations: mode === 'threads' }), [change])
  return useMemo(() => ({ mode: conversations ? 'threads' : 'messages', choose }), [conversations, choose])
}
