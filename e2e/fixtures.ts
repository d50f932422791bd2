import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test'
import { createAccount, type TestAccount } from '@/e2e/accounts'

type Fixtures = {
  /** A fresh account on blue. */
  account: TestAccount
  /** `page`, signed in as `account` without typing. */
  inbox: Page
  /** Texts of console errors that the test provokes on purpose. */
  expectedErrors: RegExp[]
}

/** Signs the browser of `page` in as `account` without typing. */
export async function signIn(page: Page, account: TestAccount): Promise<void> {
  const response = await page.request.post('/api/sign-in', {
    data: { email: account.address, password: account.password },
    headers: { origin: new URL(page.url() === 'about:blank' ? baseUrl() : page.url()).origin },
  })
  expect(response.status(), await response.text()).toBe(200)
}

const baseUrl = () => base.info().project.use.baseURL ?? ''

/** Console errors and page errors of `page`, as they come. */
function watch(page: Page, seen: string[]): void {
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') seen.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => seen.push(error.message))
}

/** A page comes painted; keys and clicks count once React has taken it over. */
export async function takenOver(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
}

/** `page.goto` that waits for that, as a person does without knowing. */
function waitAfterGoto(page: Page): void {
  const goto = page.goto.bind(page)
  page.goto = async (url, options) => {
    const response = await goto(url, options)
    if (/^\/(sign-in|mail|settings|search|contacts|admin|how-it-works)/.test(new URL(page.url()).pathname))
      await takenOver(page)
    return response
  }
}

/** Resolves once the server has taken a choice of the person: begun before the click, awaited after it. */
export async function preferencesSaved(page: Page): Promise<void> {
  await page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().endsWith('/api/preferences') && response.ok(),
  )
}

export const test = base.extend<Fixtures>({
  account: async ({ browserName: _ }, use) => {
    await use(await createAccount('blue'))
  },
  expectedErrors: async ({ browserName: _ }, use) => {
    await use([])
  },
  page: async ({ page, expectedErrors }, use) => {
    const seen: string[] = []
    watch(page, seen)
    waitAfterGoto(page)
    await use(page)
    const unexpected = seen.filter((text) => !expectedErrors.some((expected) => expected.test(text)))
    expect(unexpected, 'console errors nobody expected').toEqual([])
  },
  inbox: async ({ page, account }, use) => {
    await signIn(page, account)
    await page.goto('/mail/inbox')
    await use(page)
  },
})

export { expect }
