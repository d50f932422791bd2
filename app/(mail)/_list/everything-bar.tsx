'use client'

import { useTranslations } from 'use-intl'
import type { Selection } from '@/app/(mail)/_list/use-selection'
import type { Listed } from '@/app/(mail)/_state/listed'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { useListName } from '@/app/(mail)/_state/use-list-name'

type Props = { listed: Listed; loaded: number; total: number; selection: Selection }

/** Once all loaded rows are ticked: whether everything of the list is meant. */
export default function EverythingBar({ listed, loaded, total, selection }: Props) {
  const t = useTranslations('bulk')
  const format = useFormat()
  const list = useListName()(listed)
  const count = format.count(total)
  const whole = selection.everything
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center justify-center gap-x-3 border-line border-b bg-canvas px-4 py-1.5 text-center text-ink-soft text-sm">
      <span role="status">
        {whole ? t('everything', { count, list }) : t('allLoaded', { count: format.count(loaded) })}
      </span>
      <button
        type="button"
        className="min-h-6 rounded-sm font-semibold text-accent-text hover:underline"
        onClick={whole ? selection.clear : selection.setEverything}
      >
        {whole ? t('clear') : t('selectEverything', { count, list })}
      </button>
    </div>
  )
}
