'use client'

import { useTranslations } from 'use-intl'

export default function NotFound() {
  const t = useTranslations('shell')
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-2 px-6 text-center">
      <h1 className="font-semibold text-xl">{t('notFound')}</h1>
      <p className="text-ink-soft">{t('notFoundText')}</p>
      <a href="/mail/inbox" className="mt-3 font-medium text-accent-text hover:underline">
        {t('toInbox')}
      </a>
    </main>
  )
}
