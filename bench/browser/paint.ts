import type { Browser, Page } from '@playwright/test'
import { firstRow, watchFirstRow } from '@/bench/browser/first-row'
import { freshContext, type MailPages, openInbox, reloadInbox } from '@/bench/browser/session'
import { installStopwatch, timeToPaint } from '@/bench/browser/stopwatch'
import { percentile } from '@/bench/measure'

/** Milliseconds until people see it. */
export type Paint = { what: string; runs: number; p50: number; p95: number }

const lookMilliseconds = 1_000

const summary = (what: string, values: number[]): Paint => ({
  what,
  runs: values.length,
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
})

/** In a browser nobody used before, in a second tab of it, and loaded once more in that tab. */
async function firstRows(browser: Browser, pages: MailPages, runs: number): Promise<Paint[]> {
  const cold: number[] = []
  const fresh: number[] = []
  const warm: number[] = []
  for (let run = 0; run < runs; run++) {
    const context = await freshContext(browser, pages.cookies)
    await context.addInitScript(watchFirstRow, pages.row)
    const page = await openInbox(context, pages)
    cold.push(await firstRow(page))
    await page.waitForTimeout(lookMilliseconds)
    await page.close()
    const again = await openInbox(context, pages)
    fresh.push(await firstRow(again))
    await again.waitForTimeout(lookMilliseconds)
    await reloadInbox(again, pages)
    warm.push(await firstRow(again))
    await context.close()
  }
  return [
    summary('first row, empty cache', cold),
    summary('first row, warm cache', warm),
    summary('first row, warm cache, new tab', fresh),
  ]
}

/** Times of people: how long they look at what they have opened, and how long the pointer stands on a row before its click. */
type Pace = { what: string; look: number; point: number }

const paces: Pace[] = [
  { what: 'click to message text', look: lookMilliseconds, point: 100 },
  // as nobody does it: the pointer comes, clicks, goes back and comes again, all at once
  { what: 'click to message text, hurried', look: 0, point: 0 },
]

/** Each message is opened once, so that none is there before. */
async function opened(browser: Browser, pages: MailPages, runs: number, pace: Pace): Promise<Paint> {
  const context = await freshContext(browser, pages.cookies)
  const page = await openInbox(context, pages)
  await installStopwatch(page)
  const values: number[] = []
  for (let run = 1; run <= runs; run++) {
    await page.waitForTimeout(pace.look)
    const row = page.locator(pages.row).nth(run).locator(pages.opens).first()
    await row.hover()
    await page.waitForTimeout(pace.point)
    values.push(await timeToPaint(page, pages.text, () => row.click()))
    await pages.leave(page)
    await page.locator(pages.row).first().waitFor()
  }
  await context.close()
  return summary(pace.what, values)
}

/** Between two mailboxes that were both shown before. */
async function mailboxes(page: Page, { row }: MailPages, runs: number): Promise<Paint> {
  const values: number[] = []
  const navigation = page.getByRole('navigation', { name: 'Mailboxes' })
  for (let run = 0; run < runs; run++) {
    await navigation.getByRole('link', { name: 'Drafts' }).click()
    await page.waitForURL('**/mail/drafts')
    const inbox = navigation.getByRole('link', { name: 'Inbox' })
    values.push(await timeToPaint(page, { shown: row }, () => inbox.click()))
  }
  return summary('click on a mailbox to painted rows', values)
}

async function archived(page: Page, pages: MailPages, runs: number): Promise<Paint> {
  const values: number[] = []
  for (let run = 0; run < runs; run++) {
    const row = page.locator(pages.row).nth(2)
    const id = `bench-${run}`
    await row.evaluate((element, mark) => element.setAttribute('data-bench', mark), id)
    await row.hover()
    const button = row.getByRole('button', { name: 'Archive' })
    values.push(await timeToPaint(page, { gone: `[data-bench="${id}"]` }, () => button.click()))
  }
  return summary('click to archived row gone', values)
}

/** What every mail client has people wait for. */
export async function sharedPaints(browser: Browser, pages: MailPages, runs: number): Promise<Paint[]> {
  const all = await firstRows(browser, pages, runs)
  for (const pace of paces) all.push(await opened(browser, pages, runs, pace))
  return all
}

/** What people wait for in Waypost, in Chromium. Archives `runs` messages of the inbox. */
export async function paints(browser: Browser, pages: MailPages, runs: number): Promise<Paint[]> {
  const all = await sharedPaints(browser, pages, runs)
  const context = await freshContext(browser, pages.cookies)
  const page = await openInbox(context, pages)
  await installStopwatch(page)
  all.push(await mailboxes(page, pages, runs), await archived(page, pages, runs))
  await context.close()
  return all
}
