import { gzipSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import { firstRow, watchFirstRow } from '@/bench/browser/first-row'
import { cookiesOf, freshContext, rowSelector } from '@/bench/browser/session'
import { env } from '@/lib/env'

/** Bytes a browser with an empty cache loads for one screen, gzipped. */
export type RouteBytes = { route: string; script: number; style: number; requests: number }

type Screen = {
  route: string
  signedIn: boolean
  path: string
  /** Waits for the screen and gives when it was there, in milliseconds since 1970. */
  shown: (page: Page) => Promise<number>
}

const inbox: Screen = {
  route: 'inbox, first rows',
  path: '/mail/inbox',
  signedIn: true,
  shown: async (page) => (await firstRow(page)) + (await page.evaluate(() => performance.timeOrigin)),
}

const screens: Screen[] = [
  {
    route: 'sign in',
    path: '/sign-in',
    signedIn: false,
    shown: async (page) => {
      await page.getByRole('button', { name: 'Sign in' }).waitFor()
      return Date.now()
    },
  },
  inbox,
  {
    ...inbox,
    route: 'inbox, then a conversation',
    shown: async (page) => {
      await page.locator(rowSelector).first().getByRole('link').first().click()
      await page.getByRole('article').first().waitFor()
      return Date.now()
    },
  },
  {
    ...inbox,
    route: 'inbox, then the composer',
    shown: async (page) => {
      await page.getByRole('button', { name: 'Compose' }).first().click()
      await page.getByRole('textbox', { name: 'Subject' }).waitFor()
      return Date.now()
    },
  },
]

async function bytesOf(browser: Browser, cookie: string, screen: Screen): Promise<RouteBytes> {
  const context = await freshContext(browser, screen.signedIn ? cookiesOf(cookie) : [])
  await context.addInitScript(watchFirstRow, rowSelector)
  const page = await context.newPage()
  const loaded: { kind: string; at: number; body: Promise<Buffer> }[] = []
  page.on('response', (response) => {
    const request = response.request()
    const body = response.body().catch(() => Buffer.alloc(0))
    if (response.ok()) loaded.push({ kind: request.resourceType(), at: request.timing().startTime, body })
  })
  await page.goto(env.publicUrl + screen.path)
  const shownAt = await screen.shown(page)
  // what is asked for after the screen is shown does not count
  const counted = loaded.filter(({ at }) => at <= shownAt)
  const sizeOf = async (kind: string) => {
    const bodies = await Promise.all(counted.filter((one) => one.kind === kind).map(({ body }) => body))
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  }
  const [script, style] = [await sizeOf('script'), await sizeOf('stylesheet')]
  await context.close()
  return { route: screen.route, script, style, requests: counted.length }
}

/** JavaScript and CSS by screen, as Chromium asks for them. */
export async function routeBytes(browser: Browser, cookie: string): Promise<RouteBytes[]> {
  const all: RouteBytes[] = []
  for (const screen of screens) all.push(await bytesOf(browser, cookie, screen))
  return all
}
