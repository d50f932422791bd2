// Takes the pictures of docs/screenshots from a running demo (`npm run demo -- --detach` first): tsx scripts/screenshots.ts
import { mkdirSync } from 'node:fs'
import { type Browser, chromium, devices, type Page } from '@playwright/test'
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

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
try {
  const light = await signedIn(browser)
  await take(light, 'inbox')
  await openFirst(light)
  await take(light, 'reader')
  await light.goto(`${base}/mail/inbox`)
  await compose(light)
  await take(light, 'composer')
  await take(await signedIn(browser, { dark: true }), 'inbox-dark')
  const phone = await signedIn(browser, { phone: true })
  await take(phone, 'phone')
} finally {
  await browser.close()
}
