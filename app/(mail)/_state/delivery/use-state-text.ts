'use client'

import { useTranslations } from 'use-intl'
import { reasonKey } from '@/app/(mail)/_state/delivery/delivery-reason'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { DeliverySummary } from '@/lib/contract/delivery'

const explained = new Set<DeliverySummary['state']>(['waiting', 'bounced', 'expired'])

/** `Waiting to be tried again: the server cannot be reached; next try at about 14:05`. */
export function useStateText(): (summary: DeliverySummary) => string {
  const t = useTranslations('delivery')
  const format = useFormat()
  return (summary) => {
    const { state, count, total, dsn, nextTry } = summary
    const words = t(`state.${state}`)
    const name = count < total ? t('stateOfSome', { state: words, count, total }) : words
    const reason = explained.has(state) && dsn !== '' ? `: ${t(reasonKey(summary))}` : ''
    const next = nextTry ? `; ${t('nextTry', { time: format.when(nextTry) })}` : ''
    return `${name}${reason}${next}`
  }
}
