import type { Browser, Page } from '@playwright/test'
import { freshContext, openInbox, rowSelector, rowsOf } from '@/bench/browser/session'
import { installStopwatch, timeToPaint } from '@/bench/browser/stopwatch'
import { percentile } from '@/bench/measure'

/** Milliseconds until people see it. */
export type Paint = { what: string; runs: number; p50: number; p95: number }

const summary = (what: string, values: number[]): Paint => ({
  what,
  runs: values.length,
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
})

/** From the start of the navigation to the first painted row. Runs in the page, before its own scripts. */
function watchFirstRow(selector: string) {
  const look = () => {
    const row = document.querySelector(selector)
    if (row === null || row.textContent === '') return void requestAnimationFrame(look)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => performance.mark('bench-first-row')
      port2.postMessage(null)
    })
  }
  requestAnimationFrame(look)
}

const firstRow = (page: Page) =>
  page
    .waitForFunction(() => performance.getEntriesByName('bench-first-row')[0]?.startTime)
    .then((one) => one.jsonValue())

async function firstRows(browser: Browser, cookie: string, runs: number): Promise<Paint[]> {
  const cold: number[] = []
  const warm: number[] = []
  for (let run = 0; run < runs; run++) {
    const context = await freshContext(browser, cookie)
    await context.addInitScript(watchFirstRow, rowSelector)
    const page = await openInbox(context)
    cold.push((await firstRow(page)) ?? Number.NaN)
    await page.goto('about:blank')
    await page.close()
    const again = await openInbox(context)
    warm.push((await firstRow(again)) ?? Number.NaN)
    await context.close()
  }
  return [summary('first row, empty cache', cold), summary('first row, warm cache', warm)]
}

const nth = (run: number) => 1 + (run % 12)

async function opened(page: Page, runs: number): Promise<Paint> {
  const values: number[] = []
  for (let run = 0; run < runs; run++) {
    const link = rowsOf(page).nth(nth(run)).getByRole('link').first()
    values.push(await timeToPaint(page, { body: true }, () => link.click()))
    await page.goBack()
    await rowsOf(page).first().waitFor()
  }
  return summary('click to message text', values)
}

/** Between two mailboxes that were both shown before. */
async function mailboxes(page: Page, runs: number): Promise<Paint> {
  const values: number[] = []
  const navigation = page.getByRole('navigation', { name: 'Mailboxes' })
  for (let run = 0; run < runs; run++) {
    await navigation.getByRole('link', { name: 'Drafts' }).click()
    await page.waitForURL('**/mail/drafts')
    const inbox = navigation.getByRole('link', { name: 'Inbox' })
    values.push(await timeToPaint(page, { shown: rowSelector }, () => inbox.click()))
  }
  return summary('click on a mailbox to painted rows', values)
}

async function archived(page: Page, runs: number): Promise<Paint> {
  const values: number[] = []
  for (let run = 0; run < runs; run++) {
    const row = rowsOf(page).nth(2)
    const id = `bench-${run}`
    await row.evaluate((element, mark) => element.setAttribute('data-bench', mark), id)
    await row.hover()
    const button = row.getByRole('button', { name: 'Archive' })
    values.push(await timeToPaint(page, { gone: `[data-bench="${id}"]` }, () => button.click()))
  }
  return summary('click to archived row gone', values)
}

/** What people wait for, in Chromium. Archives `runs` messages of the inbox. */
export async function paints(browser: Browser, cookie: string, runs: number): Promise<Paint[]> {
  const all = await firstRows(browser, cookie, runs)
  const context = await freshContext(browser, cookie)
  const page = await openInbox(context)
  await installStopwatch(page)
  all.push(await opened(page, runs), await mailboxes(page, runs), await archived(page, runs))
  await context.close()
  return all
}
