import { CalendarClock } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { lazyView } from '@/app/_ui/lazy-view'
import { Menu, type MenuEntry } from '@/app/_ui/menu'
import { ownZone, sendTimes } from '@/app/(mail)/_composer/send-later/send-times'
import { useFormat } from '@/app/(mail)/_state/use-format'

const SendTimeDialog = lazyView(() => import('@/app/(mail)/_composer/send-later/send-time-dialog'))

type Props = { disabled: boolean; onChoose: (at: Date) => void }

/** Sends at a time instead of now. */
export function SendLater({ disabled, onChoose }: Props) {
  const t = useTranslations('sendLater')
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const entries: MenuEntry[] = [
    ...sendTimes(new Date(), ownZone()).map(({ name, at }) => ({
      label: t(name),
      hint: format.medium(at.toISOString()),
      run: () => onChoose(at),
    })),
    'line',
    { label: t('pick'), run: () => setAsking(true) },
  ]
  return (
    <>
      <Menu
        label={t('label')}
        disabled={disabled}
        className="mr-1 grid size-8 place-items-center text-ink-soft hover:bg-hover max-md:size-10"
        entries={entries}
      >
        <CalendarClock size={16} strokeWidth={1.75} aria-hidden />
      </Menu>
      {asking && (
        <Suspense fallback={null}>
          <SendTimeDialog onChoose={onChoose} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}
