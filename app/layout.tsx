import '@fontsource-variable/inter/wght.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { catalogue } from '@/app/_i18n/catalogue'
import { I18nProvider } from '@/app/_i18n/provider'
import { preferences } from '@/app/_i18n/request'
import { Toaster } from '@/app/_ui/toaster'
import { TooltipHost } from '@/app/_ui/tooltip'

/**
 * The letters nearly every page begins with, loaded beside its HTML: a page laid out before them is laid out twice. The other
 * alphabets come with the style sheet, when they are needed.
 */
const latin = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-latin',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  ],
})

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
    <html lang={locale} data-theme={theme} className={latin.variable}>
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
