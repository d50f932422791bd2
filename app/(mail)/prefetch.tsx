import { dehydrate, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Hydrated } from '@/app/(mail)/_state/hydrated'

type Wanted = { queryKey: readonly unknown[]; queryFn: () => Promise<unknown> }

/** Long enough for a healthy mail server; a sick one must not keep the page itself from coming. */
const patience = 1500

/**
 * Asks for what the first paint needs on the server and hands it to the browser's cache. What fails or takes too long is
 * left out: the browser asks again, and shows what is wrong.
 */
export async function Prefetch({ wanted, children }: { wanted: Wanted[]; children: ReactNode }) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const all = Promise.all(wanted.map((query) => client.prefetchQuery(query)))
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([all, enough])
  clearTimeout(timer)
  return <Hydrated state={JSON.stringify(dehydrate(client))}>{children}</Hydrated>
}
