import type { Page } from '@playwright/test'

/**
 * What ends a watch: a selector is there, or is there no more; or the text in a frame is painted, with the frame at its
 * place in the page and, where the frame tells the page how high it is, that heard.
 */
export type Goal = { shown: string } | { gone: string } | { frame: string; tells?: string }

declare global {
  interface Window {
    benchWatch?: (goal: Goal) => void
    benchResult?: Promise<number>
  }
}

/**
 * Runs in every document, before its scripts: a frame says when it has painted a message's text. Frames may have
 * processes of their own, and nobody else knows.
 */
export function watchText() {
  if (parent === window) return
  const painted = () => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => parent.postMessage({ type: 'bench-text-painted' }, '*')
    port2.postMessage(null)
  }
  if (location.pathname === '/api/body-frame') {
    addEventListener('message', ({ data }) => data?.type === 'waypost-body' && requestAnimationFrame(painted))
    return
  }
  const look = () => {
    if (document.querySelector('#messagebody, body.text, body.html') === null) requestAnimationFrame(look)
    else painted()
  }
  requestAnimationFrame(look)
}

/**
 * Runs in the page: from the next click or key to the end of the first frame that shows the goal. Kept free of imports,
 * as the browser gets its text.
 */
function install() {
  window.benchWatch = (goal) => {
    let heard = !('tells' in goal)
    let textPainted = () => {}
    const text = 'frame' in goal ? new Promise<void>((resolve) => (textPainted = resolve)) : null
    const hear = ({ data }: MessageEvent) => {
      if ('tells' in goal && data?.type === goal.tells) heard = true
      if (data?.type === 'bench-text-painted') textPainted()
    }
    const reached = () => {
      if ('gone' in goal) return document.querySelector(goal.gone) === null
      return heard && document.querySelector('frame' in goal ? goal.frame : goal.shown) !== null
    }
    window.benchResult = new Promise((resolve) => {
      const begin = (event: Event) => {
        removeEventListener('click', begin, true)
        removeEventListener('keydown', begin, true)
        addEventListener('message', hear)
        const painted = () => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = async () => {
            await text
            removeEventListener('message', hear)
            resolve(performance.now() - event.timeStamp)
          }
          port2.postMessage(null)
        }
        // a frame's callbacks run just before it is painted, a message right after
        const look = () => requestAnimationFrame(() => (reached() ? painted() : look()))
        look()
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
