'use client'

import { type DehydratedState, HydrationBoundary } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'

/**
 * Puts what the server asked for into the query cache. `state` is React Query's dehydrated state as JSON, as the routes'
 * answers are: React would walk every field of every row, on the server twice and in the browser once.
 */
export function Hydrated({ state, children }: { state: string; children: ReactNode }) {
  const parsed = useMemo(() => JSON.parse(state) as DehydratedState, [state])
  return <HydrationBoundary state={parsed}>{children}</HydrationBoundary>
}
