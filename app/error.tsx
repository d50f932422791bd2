'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'

/** A screen that broke. The mail itself is on the server; a fresh page is the way back. */
export default function ScreenError() {
  const t = useTranslations('shell')
  const ui = useTranslations('ui')
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-2 px-6 text-center">
      <h1 className="font-semibold text-xl">{t('crashed')}</h1>
      <p className="max-w-md text-ink-soft">{t('crashedText')}</p>
      <Button kind="primary" className="mt-3" onClick={() => window.location.reload()}>
        {ui('reload')}
      </Button>
    </main>
  )
}
