import type { Page } from '@playwright/test'

/** What ends a watch: a message body has told its height, or a selector is there, or is there no more. */
type Goal = { body: true } | { shown: string } | { gone: string }

declare global {
  interface Window {
    benchWatch?: (goal: Goal) => void
    benchResult?: Promise<number>
  }
}

/**
 * Runs in the page: from the next click or key to the end of the first frame that shows the goal. Kept free of imports,
 * as the browser gets its text.
 */
function install() {
  window.benchWatch = (goal) => {
    let told = false
    const hear = ({ data }: MessageEvent) => {
      if (data?.type === 'waypost-body-height') told = true
    }
    const reached = () => {
      if ('body' in goal) return told
      return 'shown' in goal ? document.querySelector(goal.shown) !== null : document.querySelector(goal.gone) === null
    }
    window.benchResult = new Promise((resolve) => {
      const begin = (event: Event) => {
        removeEventListener('click', begin, true)
        removeEventListener('keydown', begin, true)
        addEventListener('message', hear)
        const painted = () => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            removeEventListener('message', hear)
            resolve(performance.now() - event.timeStamp)
          }
          port2.postMessage(null)
        }
        // a frame's callbacks run just before it is painted, a message right after
        const look = () => requestAnimationFrame(reached() ? painted : look)
        if (reached()) requestAnimationFrame(painted)
        else look()
      }
      addEventListener('click', begin, true)
      addEventListener('keydown', begin, true)
    })
  }
}

export const installStopwatch = (page: Page): Promise<void> => page.evaluate(install)

/** Milliseconds from the click (or key) that `act` makes to the painted goal. */
export async function timeToPaint(page: Page, goal: Goal, act: () => Promise<void>): Promise<number> {
  await page.evaluate((wanted) => window.benchWatch?.(wanted), goal)
  await act()
  return page.evaluate(() => window.benchResult ?? Number.NaN)
}
