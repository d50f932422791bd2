import { expect, takenOver, test } from '@/e2e/fixtures'

test('a person signs in with address and password and signs out again', async ({ page, account }) => {
  await page.goto('/mail/inbox')
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByRole('textbox', { name: 'Email' }).fill(account.address)
  await page.getByRole('textbox', { name: 'Password' }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('navigation', { name: 'Mailboxes' })).toBeVisible()
  await expect(page).toHaveURL(/\/mail\/inbox$/)
  await takenOver(page)

  const cookies = await page.context().cookies()
  for (const cookie of cookies.filter((one) => one.name.includes('session'))) {
    expect(cookie.httpOnly, cookie.name).toBe(true)
    expect(cookie.sameSite, cookie.name).toBe('Lax')
  }
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await page.goto('/mail/inbox')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a wrong password and an unknown address get the same answer', async ({ page, account, expectedErrors }) => {
  expectedErrors.push(/status of 401/)
  const answers: string[] = []
  for (const email of [account.address, `nobody-${account.address}`]) {
    await page.goto('/sign-in')
    await page.getByRole('textbox', { name: 'Email' }).fill(email)
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    answers.push((await page.getByRole('alert').filter({ hasText: /\S/ }).innerText()).trim())
  }
  expect(answers[0]).not.toBe('')
  expect(answers[1]).toBe(answers[0])
})

test('what is typed before the scripts run is not lost, and the focus stays', async ({ page, account }) => {
  const scripts = Promise.withResolvers<void>()
  await page.route('**/_next/**/*.js', async (route) => {
    await scripts.promise
    await route.continue()
  })
  const opened = page.goto('/sign-in')
  const password = page.getByRole('textbox', { name: 'Password' })
  await page.getByRole('textbox', { name: 'Email' }).fill(account.address)
  await password.fill(account.password)
  scripts.resolve()
  await opened
  await expect(password).toBeFocused()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/mail\/inbox$/)
})

test('sent before the scripts run, the form is shown again and the password is in no address', async ({
  browser,
  account,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto('/sign-in')
  const password = page.getByRole('textbox', { name: 'Password' })
  await page.getByRole('textbox', { name: 'Email' }).fill(account.address)
  await password.fill(account.password)
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await password.press('Enter')
  expect((await answer).status()).toBe(200)
  await expect(password).toHaveValue('')
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.close()
})
