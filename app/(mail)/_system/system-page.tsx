'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Skeleton } from '@/app/_ui/skeleton'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { DeliveryList } from '@/app/(mail)/_system/delivery-list'
import { FaultSwitches } from '@/app/(mail)/_system/fault-switches'
import { Lesson } from '@/app/(mail)/_system/lesson'
import { ServerList } from '@/app/(mail)/_system/server-list'
import { SystemPicture } from '@/app/(mail)/_system/system-picture'
import { useSystem } from '@/app/(mail)/_system/use-system'

/** How e-mail works, shown on the demo itself: its servers, and the mail that goes through them now. */
export default function SystemPage() {
  const t = useTranslations()
  const problemText = useProblemText()
  const { data, error, refetch } = useSystem()
  return (
    <section
      aria-labelledby="system-title"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto px-6 pb-12 max-md:px-4"
    >
      <div className="mx-auto max-w-4xl">
        <h2 id="system-title" className="pt-5 pb-1 font-semibold text-xl">
          {t('system.title')}
        </h2>
        <p className="max-w-2xl text-ink-soft">{t('system.intro')}</p>
        {!data && error && (
          <p role="alert" className="mt-4 flex flex-wrap items-center gap-3 text-ink-soft">
            {problemText(error)} <Button onClick={() => void refetch()}>{t('ui.retry')}</Button>
          </p>
        )}
        {!data && !error && (
          <div role="status" aria-label={t('ui.loading')} className="mt-4">
            <Skeleton className="h-72 w-full rounded-lg" />
          </div>
        )}
        {data && (
          <>
            <SystemPicture system={data} />
            {data.maySwitch && <FaultSwitches faults={data.faults} />}
            <DeliveryList system={data} />
            <ServerList pieces={data.pieces} />
          </>
        )}
        <Lesson />
      </div>
    </section>
  )
}
