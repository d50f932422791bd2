import { cookies, headers } from 'next/headers'
import { isLocale, type Locale, localeFrom } from '@/app/_i18n/locales'

export type Preferences = { locale: Locale; theme: 'light' | 'dark' | 'system'; timeZone: string }

/** Language, theme and time zone of this request: what the person chose (cookies), else what the browser says. */
export async function preferences(): Promise<Preferences> {
  const jar = await cookies()
  const locale = jar.get('locale')?.value
  const theme = jar.get('theme')?.value
  return {
    locale: isLocale(locale) ? locale : localeFrom((await headers()).get('accept-language')),
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    timeZone: knownTimeZone(jar.get('tz')?.value),
  }
}

/** The cookie is the browser's word: a zone Intl does not know would throw in every date. */
function knownTimeZone(value: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value ?? 'UTC' }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
