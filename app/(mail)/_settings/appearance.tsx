'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Choice } from '@/app/(mail)/_settings/choice'
import { useChangePreferences, usePreferences } from '@/app/(mail)/_state/use-preferences'
import { densities, panes, themes } from '@/lib/contract/preferences'

export function Appearance() {
  const t = useTranslations('settings')
  const { theme, density, pane } = usePreferences()
  const change = useChangePreferences()
  const [byCookie, setByCookie] = useState('system')
  useEffect(() => setByCookie(document.documentElement.dataset.theme ?? 'system'), [])
  return (
    <>
      <Choice
        label={t('theme')}
        value={theme ?? themes.find((known) => known === byCookie) ?? 'system'}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        onChoose={(chosen) => change({ theme: chosen })}
      />
      <Choice
        label={t('density')}
        value={density}
        options={densities.map((value) => ({ value, label: t(`densities.${value}`) }))}
        onChoose={(chosen) => change({ density: chosen })}
      />
      <Choice
        label={t('pane')}
        hint={t('paneHint')}
        value={pane}
        options={panes.map((value) => ({ value, label: t(`panes.${value}`) }))}
        onChoose={(chosen) => change({ pane: chosen })}
      />
    </>
  )
}
