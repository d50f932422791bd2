import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'

/**
 * Gzipped bytes of all JavaScript that the browser runs before the inbox's first rows are painted, as Chromium asks for
 * it with the given session cookie. Throws when no row appears within 20 s.
 */
export async function scriptBytesToInbox(base: string, cookie: { name: string; value: string }): Promise<number> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const context = await browser.newContext()
    await context.addCookies([{ ...cookie, url: base }])
    const page = await context.newPage()
    const bodies: Promise<Buffer>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') bodies.push(response.body())
    })
    await page.goto(`${base}/mail/inbox`)
    await page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').first().waitFor({ timeout: 20_000 })
    const loaded = await Promise.all(bodies.slice())
    return loaded.reduce((sum, body) => sum + gzipSync(body).length, 0)
  } finally {
    await browser.close()
  }
}
