'use client'

import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { useMailboxes } from '@/app/(mail)/_state/use-mailboxes'

/** How full the mailbox is; loud only when it is nearly so. */
export function QuotaMeter() {
  const t = useTranslations('nav')
  const format = useFormat()
  const { data } = useMailboxes()
  const quota = data?.quota
  if (!quota || quota.limitBytes <= 0) return null
  const share = Math.min(1, quota.usedBytes / quota.limitBytes)
  const text = t('quota', { used: format.size(quota.usedBytes), limit: format.size(quota.limitBytes) })
  const tone = share >= 0.98 ? 'bg-danger' : share >= 0.9 ? 'bg-star' : 'bg-accent'
  return (
    <div className="px-5 pt-2 pb-4 text-ink-faint text-xs">
      <div aria-hidden className="mb-1.5 h-1 overflow-hidden rounded-full bg-pressed forced-colors:border">
        <div className={classNames('h-full rounded-full', tone)} style={{ width: `${Math.max(1, share * 100)}%` }} />
      </div>
      {text}
      {share >= 0.98 && <p className="mt-1 text-danger-text">{t('quotaFull')}</p>}
      {share >= 0.9 && share < 0.98 && <p className="mt-1 text-warn-text">{t('quotaNear')}</p>}
    </div>
  )
}
