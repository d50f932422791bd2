import { call, send } from '@/lib/contract/client'
import type { Filters, Forwarding, SaveFilters } from '@/lib/contract/filters'
import { urls } from '@/lib/contract/urls'

/** Filters, the vacation answer and forwarding. Each throws `ApiError`. */
export const filtersApi = {
  filters: (signal?: AbortSignal) => call<Filters>(urls.filters(), { signal }),
  saveFilters: (body: SaveFilters) => send<Filters>('PUT', urls.filters(), body),
  forwarding: (signal?: AbortSignal) => call<Forwarding>(urls.forwarding(), { signal }),
}
