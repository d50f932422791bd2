import { type InvalidateOptions, type InvalidateQueryFilters, QueryClient, type QueryKey } from '@tanstack/react-query'

/**
 * A query that is asked for the first time while something changes may be answered with what was before: it is asked
 * again once that answer is there. TanStack Query does so only where an older answer is shown (`cancelRefetch`).
 */
export class FreshQueryClient extends QueryClient {
  override async invalidateQueries<Key extends QueryKey = QueryKey>(
    filters: InvalidateQueryFilters<Key> = {},
    options?: InvalidateOptions,
  ): Promise<void> {
    const first = this.getQueryCache()
      .findAll(filters)
      .filter(({ state }) => state.data === undefined && state.fetchStatus !== 'idle')
    const again = first.map(async ({ queryKey, promise }) => {
      await promise?.catch(() => undefined)
      await super.invalidateQueries({ queryKey, exact: true, refetchType: filters.refetchType }, options)
    })
    await Promise.all([super.invalidateQueries(filters, options), ...again])
  }
}
