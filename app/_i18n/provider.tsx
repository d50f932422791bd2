'use client'

import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { type AbstractIntlMessages, IntlProvider } from 'use-intl'
import type { Locale } from '@/app/_i18n/locales'

/** `messages`: a compiled catalogue as JSON. */
type Props = { locale: Locale; messages: string; timeZone: string; now: string; children: ReactNode }

/**
 * Sentences, language, time zone and the present moment for everything below. Server and browser must write the same
 * dates, so the zone comes with a cookie; a browser that has none yet is corrected after the first paint.
 */
export function I18nProvider({ locale, messages, timeZone, now, children }: Props) {
  const sentences = useMemo(() => JSON.parse(messages) as AbstractIntlMessages, [messages])
  const [zone, setZone] = useState(timeZone)
  const [moment, setMoment] = useState(() => new Date(now))
  useEffect(() => {
    const mine = Intl.DateTimeFormat().resolvedOptions().timeZone
    // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is not in every browser yet
    document.cookie = `tz=${mine}; path=/; max-age=31536000; samesite=lax`
    setZone(mine)
    const timer = setInterval(() => setMoment(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <IntlProvider locale={locale} messages={sentences} timeZone={zone} now={moment}>
      {children}
    </IntlProvider>
  )
}
