import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { chromiumFlags, chromiumPath } from '@/bench/browser/session'
import { sessionCookieName } from '@/bench/clients/waypost-client'
import { env } from '@/lib/env'

/** Scores from 0 to 100, as Lighthouse's desktop settings give them; null where it gave none. */
export type LighthouseScores = { performance: number | null; accessibility: number | null }

/** Lighthouse on the inbox of a signed-in account, on this machine and without throttling. */
export async function lighthouseScores(cookie: string): Promise<LighthouseScores> {
  const chrome = await launch({
    chromePath: chromiumPath,
    chromeFlags: ['--headless=new', ...chromiumFlags],
    logLevel: 'silent',
  })
  try {
    const result = await lighthouse(`${env.publicUrl}/mail/inbox`, {
      port: chrome.port,
      logLevel: 'error',
      formFactor: 'desktop',
      screenEmulation: { mobile: false, width: 1280, height: 800, deviceScaleFactor: 1, disabled: false },
      throttlingMethod: 'provided',
      onlyCategories: ['performance', 'accessibility'],
      extraHeaders: { cookie: `${sessionCookieName}=${cookie}` },
    })
    const score = (name: string) => {
      const value = result?.lhr.categories[name]?.score
      return typeof value === 'number' ? Math.round(value * 100) : null
    }
    return { performance: score('performance'), accessibility: score('accessibility') }
  } finally {
    chrome.kill()
  }
}
