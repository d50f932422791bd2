'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Skeleton } from '@/app/_ui/skeleton'
import { LogRow } from '@/app/(mail)/_admin/deliveries/log-row'
import { type LogSearch, LogSearchForm } from '@/app/(mail)/_admin/deliveries/log-search-form'
import { deliveryLogKey } from '@/app/(mail)/_state/query-keys'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { operatorApi } from '@/lib/contract/operator-client'

/** What is logged is told to nobody: the newest is asked for again while somebody looks at it alone. */
const lookAgainMs = 4_000

/** What the logs of the mail hosts told, newest first, page by page. */
export function DeliveryLogView() {
  const t = useTranslations()
  const problemText = useProblemText()
  const [search, setSearch] = useState<LogSearch>({ q: '' })
  const client = useQueryClient()
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPending, refetch } = useInfiniteQuery({
    queryKey: deliveryLogKey(search),
    queryFn: ({ pageParam, signal }) =>
      operatorApi.deliveryLog({ ...search, ...(pageParam && { before: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ rows, more }) => (more ? rows.at(-1)?.id : undefined),
    refetchInterval: ({ state }) => (state.data && state.data.pages.length > 1 ? false : lookAgainMs),
  })
  const find = (next: LogSearch) => {
    setSearch(next)
    void client.invalidateQueries({ queryKey: deliveryLogKey(next) })
  }
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <LogSearchForm key={search.q} search={search} onSearch={find} />
      {error && (
        <p role="alert" className="mt-4 flex flex-wrap items-center gap-3 text-ink-soft">
          {problemText(error)} <Button onClick={() => void refetch()}>{t('ui.retry')}</Button>
        </p>
      )}
      {!data && !error && (
        <div role="status" aria-label={t('ui.loading')} className="mt-6 grid gap-4">
          <Skeleton className="w-1/2" />
          <Skeleton className="w-1/3" />
        </div>
      )}
      <ul aria-label={t('admin.log')} aria-busy={isPending || isFetchingNextPage} className="mt-4">
        {rows.map((row) => (
          <LogRow key={row.id} row={row} onFind={(q) => find({ ...search, q })} />
        ))}
      </ul>
      {data && rows.length === 0 && <p className="text-ink-soft">{t('admin.nothingLogged')}</p>}
      {data && (
        <div className="mt-4 flex items-center gap-4">
          {hasNextPage && (
            <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('admin.older')}
            </Button>
          )}
          <p className="text-ink-faint text-sm">{t('admin.kept', { days: data.pages[0]?.days ?? 0 })}</p>
        </div>
      )}
    </>
  )
}
