import '@fontsource-variable/inter/wght.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { catalogue } from '@/app/_i18n/catalogue'
import { I18nProvider } from '@/app/_i18n/provider'
import { preferences } from '@/app/_i18n/request'
import { Toaster } from '@/app/_ui/toaster'
import { TooltipHost } from '@/app/_ui/tooltip'

export const metadata: Metadata = {
  title: 'Waypost',
  // Addresses and dates in mail are not for a phone's guesses.
  formatDetection: { telephone: false, address: false, date: false, email: false },
  referrer: 'no-referrer',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f4f6f9' },
    { media: '(prefers-color-scheme: dark)', color: '#101318' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme, timeZone } = await preferences()
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <I18nProvider locale={locale} messages={catalogue(locale)} timeZone={timeZone} now={new Date().toISOString()}>
          {children}
          <Toaster />
          <TooltipHost />
        </I18nProvider>
      </body>
    </html>
  )
}
