import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { type Goal, watchText } from '@/bench/browser/stopwatch'
import { sessionCookieName } from '@/bench/clients/waypost-client'
import { env } from '@/lib/env'

export const chromiumPath = '/usr/bin/chromium'
export const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: chromiumFlags })

export type Cookies = Parameters<BrowserContext['addCookies']>[0]

/** A mail client with somebody signed in, as the browser meets it. Selectors are CSS, for the page's own scripts too. */
export type MailPages = {
  inbox: string
  cookies: Cookies
  row: string
  /** Within a row: what opens it. */
  opens: string
  text: Goal
  /** From an opened message back to the list. */
  leave: (page: Page) => Promise<unknown>
}

export const cookiesOf = (cookie: string): Cookies => [
  { name: sessionCookieName, value: cookie, url: env.publicUrl, httpOnly: true },
]

export const rowSelector = '[aria-label="Conversations"] > li, [aria-label="Conversations"] [role="listitem"]'

export const waypostPages = (cookie: string): MailPages => ({
  inbox: `${env.publicUrl}/mail/inbox`,
  cookies: cookiesOf(cookie),
  row: rowSelector,
  opens: 'a',
  text: { frame: 'article iframe', tells: 'waypost-body-height' },
  leave: (page) => page.goBack(),
})

/** A browser nobody used before: no cache, no connection, only these cookies. */
export async function freshContext(browser: Browser, cookies: Cookies): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  await context.addCookies(cookies)
  // tsx names functions through a helper that pages do not have
  await context.addInitScript('globalThis.__name ??= (made) => made')
  await context.addInitScript(watchText)
  return context
}

const firstRowOf = (page: Page, { row }: MailPages) => page.locator(row).first().waitFor({ timeout: 20_000 })

/** The inbox in a tab of its own with its first row there. Throws when none appears within 20 s. */
export async function openInbox(context: BrowserContext, pages: MailPages): Promise<Page> {
  const page = await context.newPage()
  await page.goto(pages.inbox)
  await firstRowOf(page, pages)
  return page
}

/** The same in a tab that shows it already. */
export async function reloadInbox(page: Page, pages: MailPages): Promise<void> {
  await page.reload()
  await firstRowOf(page, pages)
}
