import type { Page } from '@playwright/test'

/** From the start of the navigation to the first painted row. Runs in the page, before its own scripts. */
export function watchFirstRow(selector: string) {
  const look = () => {
    const row = document.querySelector(selector)
    if (row === null || row.textContent === '') return void requestAnimationFrame(look)
    // a frame's callbacks run just before it is painted, a message right after
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => performance.mark('bench-first-row')
    port2.postMessage(null)
  }
  requestAnimationFrame(look)
}

/** Milliseconds from the start of the navigation, once there is one. */
export const firstRow = (page: Page) =>
  page
    .waitForFunction(() => performance.getEntriesByName('bench-first-row')[0]?.startTime)
    .then((one) => one.jsonValue())
    .then((time) => time ?? Number.NaN)
