'use client'

import { useTranslations } from 'use-intl'
import { JourneyPicture } from '@/app/(mail)/_reader/delivery/journey-picture'
import { HopList } from '@/app/(mail)/_reader/origin/hop-list'
import { hopStations } from '@/app/(mail)/_reader/origin/hop-stations'
import { Part } from '@/app/(mail)/_reader/origin/part'
import type { Hop } from '@/lib/contract/origin'

/** The servers a received message passed: as a picture, and as a list that says which of it is only claimed. */
export function Hops({ hops }: { hops: Hop[] }) {
  const t = useTranslations('origin.hops')
  return (
    <Part title={t('title')}>
      {hops.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <>
          <p className="text-ink-soft text-sm">{t('legend')}</p>
          <JourneyPicture
            stations={hopStations(hops, { witnessed: t('witnessed'), claimed: t('claimed') })}
            shown={hops.length + 1}
          />
          <HopList hops={hops} />
        </>
      )}
    </Part>
  )
}
