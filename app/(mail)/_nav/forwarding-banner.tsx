'use client'

import { Forward } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { settingsPath } from '@/app/(mail)/_state/place-path'
import { useForwarding } from '@/app/(mail)/_state/use-filters'

/** While mail goes to somebody else as well, its owner sees that on every page: a rule may not be theirs. */
export default function ForwardingBanner() {
  const t = useTranslations('filters')
  const addresses = useForwarding()
  if (addresses.length === 0) return null
  return (
    <div role="status" className="flex min-h-9 items-center gap-3 bg-warn-wash px-4 py-1.5 text-sm text-warn-text">
      <Forward size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 break-words">{t('forwarding', { addresses: addresses.join(', ') })}</span>
      <PlaceLink href={settingsPath('filters')} className="font-semibold underline">
        {t('review')}
      </PlaceLink>
    </div>
  )
}
