import type { Messages } from '@/app/_i18n/catalogue'
import type { Locale } from '@/app/_i18n/locales'

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
