import { expect, test } from '@/e2e/fixtures'

test('a person signs in with address and password and signs out again', async ({ page, account }) => {
  await page.goto('/mail/inbox')
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByRole('textbox', { name: 'Email' }).fill(account.address)
  await page.getByRole('textbox', { name: 'Password' }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('navigation', { name: 'Mailboxes' })).toBeVisible()
  await expect(page).toHaveURL(/\/mail\/inbox$/)

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
