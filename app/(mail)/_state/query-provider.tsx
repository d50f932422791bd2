'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { FreshQueryClient } from '@/app/(mail)/_state/fresh-query-client'
import { ApiError } from '@/lib/contract/client'

/** A refusal is final; what is said to be temporary is tried twice more. */
const retry = (failures: number, error: Error) =>
  failures < 2 && (!(error instanceof ApiError) || (error.retryable && error.code !== 'offline'))

const makeClient = () =>
  new FreshQueryClient({
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
