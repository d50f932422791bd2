'use client'

import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ApiError } from '@/lib/contract/client'

// what has come is drawn in the task in which it came, not in a timer's
notifyManager.setScheduler(queueMicrotask)

/** A refusal is final; what is said to be temporary is tried twice more. */
const retry = (failures: number, error: Error) =>
  failures < 2 && (!(error instanceof ApiError) || (error.retryable && error.code !== 'offline'))

const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry,
        retryDelay: (failures) => 400 * 2 ** failures,
        // The event stream says when something changed; this is for when it could not.
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
