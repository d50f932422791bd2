'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { classNames } from '@/app/_ui/class-names'
import { bulkKey } from '@/app/(mail)/_state/query-keys'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { useShownBulk } from '@/app/(mail)/_timed/use-shown-bulk'
import { useTellEnded } from '@/app/(mail)/_timed/use-tell-ended'
import type { BulkState } from '@/lib/contract/bulk'
import { timedApi } from '@/lib/contract/timed-client'

/** How far work on everything that matches is, with Cancel; what has ended is said, with Undo. */
export default function BulkProgress({ actions }: { actions: BulkState[] }) {
  const { underWay, ended } = useShownBulk(actions)
  useTellEnded(ended)
  if (underWay.length === 0) return null
  return (
    <div className="pointer-events-none fixed bottom-4 left-1/2 z-50 grid w-[min(26rem,calc(100vw-1.5rem))] -translate-x-1/2 gap-2 max-md:top-14 max-md:bottom-auto">
      {underWay.map((action) => (
        <Progress key={action.id} action={action} />
      ))}
    </div>
  )
}

const bar = classNames(
  'mt-1 mb-1 block h-1.5 w-[calc(100%-0.5rem)] appearance-none overflow-hidden rounded-full border-0 bg-line',
  '[&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent',
)

function Progress({ action }: { action: BulkState }) {
  const t = useTranslations('bulk')
  const client = useQueryClient()
  const format = useFormat()
  const { id, kind, state, total } = action
  const done = action.done + action.skipped
  const title = t(`running.${kind}`)
  const cancel = () => void timedApi.cancelBulk(id).finally(() => client.invalidateQueries({ queryKey: bulkKey }))
  return (
    <section
      aria-label={title}
      className="pointer-events-auto animate-rise rounded-lg border border-line bg-raised py-2 pr-2 pl-4 text-sm shadow-float"
    >
      <div className="flex items-center gap-3">
        <span className="min-w-0 flex-1 truncate">{title}</span>
        <span className="text-ink-soft tabular-nums">
          {t('progress', { done: format.count(done), total: format.count(total) })}
        </span>
        <Button kind="quiet" disabled={state !== 'running'} onClick={cancel}>
          {t(state === 'canceling' ? 'canceling' : 'cancel')}
        </Button>
      </div>
      <progress aria-label={title} className={bar} max={Math.max(total, 1)} value={done} />
    </section>
  )
}
