import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { sessionCookieName } from '@/bench/clients/waypost-client'
import { env } from '@/lib/env'

export const chromiumPath = '/usr/bin/chromium'
export const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: chromiumFlags })

/** A browser nobody used before, signed in: no cache, no connection. */
export async function freshContext(browser: Browser, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  await context.addCookies([{ name: sessionCookieName, value: cookie, url: env.publicUrl }])
  // tsx names functions through a helper that pages do not have
  await context.addInitScript('globalThis.__name ??= (made) => made')
  return context
}

/** A row of the list, as the page's own scripts find it. */
export const rowSelector = '[aria-label="Conversations"] > li, [aria-label="Conversations"] [role="listitem"]'
export const rowsOf = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')

/** The inbox with its first row painted. Throws when none appears within 20 s. */
export async function openInbox(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${env.publicUrl}/mail/inbox`)
  await rowsOf(page).first().waitFor({ timeout: 20_000 })
  return page
}
