'use client'

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import type { ListMode } from '@/app/(mail)/_state/list-mode'
import { keepPreference } from '@/app/(mail)/_state/preferences'

const ListModeContext = createContext<{ mode: ListMode; choose: (mode: ListMode) => void }>({
  mode: 'threads',
  choose: () => undefined,
})

export function ListModeProvider({ initial, children }: { initial: ListMode; children: ReactNode }) {
  const [mode, setMode] = useState(initial)
  const choose = useCallback((chosen: ListMode) => {
    keepPreference('mode', chosen)
    setMode(chosen)
  }, [])
  const value = useMemo(() => ({ mode, choose }), [mode, choose])
  return <ListModeContext value={value}>{children}</ListModeContext>
}

/** Conversations or single messages, and how to change to the other. Kept for the next visit. */
export const useListMode = () => use(ListModeContext)
