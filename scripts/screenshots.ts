// Takes the pictures of docs/screenshots from a running demo (`npm run demo -- --detach --test-tools` first): tsx scripts/screenshots.ts
import { mkdirSync } from 'node:fs'
import { type Browser, chromium, devices, type Page } from '@playwright/test'
import type { DraftStarted } from '@/lib/contract/drafts'
import { env } from '@/lib/env'

const folder = 'docs/screenshots'
const base = `http://${env.bind}:${env.port}`

type Look = { dark?: boolean; phone?: boolean }

async function signedIn(browser: Browser, { dark, phone }: Look = {}): Promise<Page> {
  const device = phone ? devices['Pixel 7'] : { viewport: { width: 1280, height: 800 } }
  const context = await browser.newContext({ ...device, colorScheme: dark ? 'dark' : 'light', locale: 'en-GB' })
  const page = await context.newPage()
  const data = { email: 'brian@blueemailserver.com', password: 'demo' }
  await page.request.post(`${base}/api/sign-in`, { data, headers: { origin: base } })
  await page.goto(`${base}/mail/inbox`)
  await page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').first().waitFor()
  return page
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `${folder}/${name}.png` })
  console.log(`${folder}/${name}.png`)
}

async function openFirst(page: Page): Promise<void> {
  await page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('listitem')
    .first()
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('article').first().frameLocator('iframe').locator('body').waitFor()
}

async function compose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Compose' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New message' })
  const to = dialog.getByRole('combobox', { name: 'To', exact: true })
  await to.fill('jsmith@redemailserver.com')
  await to.press('Enter')
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('The drawings for the bridge')
  await dialog.getByRole('textbox', { name: 'Message body' }).click()
  await page.keyboard.type(
    'Hello John,\n\nthe second span looks right to me now. Shall we go through it on Thursday?\n\nBrian',
  )
}

/** Sends a message to the other mail system and opens its journey. */
async function openJourney(page: Page): Promise<void> {
  const headers = { origin: base }
  const started = await page.request.post(`${base}/api/drafts/start`, { data: { kind: 'new' }, headers })
  const { draft } = (await started.json()) as DraftStarted
  const to = [{ name: 'John Smith', address: 'jsmith@redemailserver.com' }]
  const written = { ...draft, to, subject: 'How e-mail works', html: '<p>Watch this one travel.</p>' }
  await page.request.post(`${base}/api/send`, { data: { draft: written, saved: null }, headers })
  await page.goto(`${base}/mail/sent`)
  // It is held for as long as it can be taken back.
  const row = page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').first()
  await row.filter({ hasText: 'How e-mail works' }).waitFor({ timeout: 60_000 })
  await openFirst(page)
  await page.getByRole('button', { name: 'Delivery: In the mailbox' }).click({ timeout: 20_000 })
  await page.getByRole('dialog').getByRole('img').waitFor()
}

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const light = await signedIn(browser)
  await take(light, 'inbox')
  await openFirst(light)
  await take(light, 'reader')
  await light.goto(`${base}/mail/inbox`)
  await compose(light)
  await take(light, 'composer')
  await openJourney(light)
  await take(light, 'journey')
  await light.goto(`${base}/how-it-works`)
  await light
    .getByRole('heading', { level: 1 })
    .or(light.getByRole('heading', { level: 2 }))
    .first()
    .waitFor()
  await take(light, 'how-it-works')
  await take(await signedIn(browser, { dark: true }), 'inbox-dark')
  const phone = await signedIn(browser, { phone: true })
  await take(phone, 'phone')
} finally {
  await browser.close()
}
