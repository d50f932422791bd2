import { gzipSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import { freshContext, rowsOf } from '@/bench/browser/session'
import { env } from '@/lib/env'

/** Bytes a browser with an empty cache loads for one screen, gzipped. */
export type RouteBytes = { route: string; script: number; style: number; requests: number }

type Screen = { route: string; signedIn: boolean; shown: (page: Page) => Promise<void>; path: string }

const inbox: Screen = {
  route: 'inbox, first rows',
  path: '/mail/inbox',
  signedIn: true,
  shown: (page) => rowsOf(page).first().waitFor(),
}

const screens: Screen[] = [
  {
    route: 'sign in',
    path: '/sign-in',
    signedIn: false,
    shown: (page) => page.getByRole('button', { name: 'Sign in' }).waitFor(),
  },
  inbox,
  {
    ...inbox,
    route: 'inbox, then a conversation',
    shown: async (page) => {
      await rowsOf(page).first().getByRole('link').first().click()
      await page.getByRole('article').first().waitFor()
    },
  },
  {
    ...inbox,
    route: 'inbox, then the composer',
    shown: async (page) => {
      await page.getByRole('button', { name: 'Compose' }).first().click()
      await page.getByRole('textbox', { name: 'Subject' }).waitFor()
    },
  },
]

async function bytesOf(browser: Browser, cookie: string, screen: Screen): Promise<RouteBytes> {
  const context = await freshContext(browser, screen.signedIn ? cookie : '')
  const page = await context.newPage()
  const loaded: { kind: string; body: Promise<Buffer> }[] = []
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (response.ok()) loaded.push({ kind, body: response.body().catch(() => Buffer.alloc(0)) })
  })
  await page.goto(env.publicUrl + screen.path)
  await screen.shown(page)
  // what comes after the screen is shown does not count
  const counted = [...loaded]
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
