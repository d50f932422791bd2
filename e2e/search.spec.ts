import { expectNoViolations } from '@/e2e/axe'
import { expect, test } from '@/e2e/fixtures'
import { SearchPage } from '@/e2e/pages/search'

test('a wrong operator is explained with its place and mended by one click', async ({ inbox }) => {
  const search = new SearchPage(inbox)
  await search.for('report frm:amy')
  await expect(search.problem).toContainText('There is no operator like “frm:amy”')
  await expect(search.problem.locator('u')).toHaveText('frm:amy')
  await search.problem.getByRole('button', { name: 'Edit' }).click()
  await expect(search.box).toBeFocused()
  expect(
    await search.box.evaluate((box: HTMLInputElement) =>
      box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0),
    ),
  ).toBe('frm:amy')
  await search.problem.getByRole('button', { name: 'Search from:amy' }).click()
  await expect(search.box).toHaveValue('report from:amy')
  await expect(search.problem).toHaveCount(0)
})

test('suggestions explain operators and are chosen by keyboard', async ({ inbox }) => {
  const search = new SearchPage(inbox)
  await inbox.keyboard.press('/')
  await expect(search.box).toBeFocused()
  await inbox.keyboard.type('lunch is')
  await expect(search.options.filter({ hasText: 'Unread, read, starred or muted' })).toBeVisible()
  await inbox.keyboard.press('ArrowDown')
  await expect(search.options.first()).toHaveAttribute('aria-selected', 'true')
  await inbox.keyboard.press('Enter')
  await expect(search.box).toHaveValue('lunch is:')
  await inbox.keyboard.press('ArrowDown')
  await inbox.keyboard.press('Tab')
  await expect(search.box).toHaveValue('lunch is:unread ')
  await inbox.keyboard.type('in:sen')
  await expect(search.options).toHaveCount(1)
  await inbox.keyboard.press('Escape')
  await expect(search.options).toHaveCount(0)
  await expect(search.box).toHaveValue('lunch is:unread in:sen')
})

test('recent searches are offered and can be forgotten', async ({ inbox }) => {
  const search = new SearchPage(inbox)
  await search.for('frm:one')
  await search.for('frm:two')
  await inbox.goto('/mail/inbox')
  await search.box.focus()
  await expect(search.options).toHaveText([/frm:two/, /frm:one/])
  await inbox.keyboard.press('ArrowDown')
  await inbox.keyboard.press('Delete')
  await expect(search.options).toHaveText([/frm:one/])
})

test('the form writes the search as text and reads it back', async ({ inbox }) => {
  const search = new SearchPage(inbox)
  await inbox.getByRole('button', { name: 'Search filters' }).click()
  await search.field('From').fill('amy OR bo')
  await search.field('Subject').fill('last page')
  await search.field("Doesn't have").fill('draft')
  await search.field('Size, such as 5M').fill('5M')
  await search.field('Search in').selectOption('Sent')
  await search.field('Has attachment').check()
  await expect(search.box).toHaveValue('from:(amy OR bo) subject:(last page) -draft larger:5M in:sent has:attachment')
  await expectNoViolations(inbox)
  await inbox.keyboard.press('Escape')
  await search.box.fill('to:maria smaller:100K before:2026-11-24 is:unread')
  await inbox.getByRole('button', { name: 'Search filters' }).click()
  await expect(search.field('To')).toHaveValue('maria')
  await expect(search.field('Size')).toHaveValue('smaller')
  await expect(search.field('before')).toHaveValue('2026-11-24')
  await expect(search.field('Has the words')).toHaveValue('is:unread')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('axe finds nothing on suggestions, problems and the start of a search', async ({ inbox }) => {
      const search = new SearchPage(inbox)
      await search.box.fill('l')
      await expect(search.options.first()).toBeVisible()
      await expectNoViolations(inbox)
      await search.for('frm:amy (')
      await expect(search.problem).toBeVisible()
      await expectNoViolations(inbox)
      await inbox.goto('/search')
      await expect(inbox.getByRole('heading', { name: 'What you can ask' })).toBeVisible()
      await expectNoViolations(inbox)
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the search page opens from the bar at the bottom', async ({ inbox }) => {
    const search = new SearchPage(inbox)
    await expect(search.box).toBeHidden()
    await inbox.getByRole('navigation', { name: 'Quick access' }).getByRole('link', { name: 'Search' }).click()
    await expect(search.box).toBeFocused()
    await search.for('frm:amy')
    await expect(search.problem).toBeVisible()
  })
})

test('a search is saved, renamed, moved and deleted in the navigation', async ({ inbox }) => {
  const search = new SearchPage(inbox)
  const saved = inbox.getByRole('navigation', { name: 'Mailboxes' })
  for (const q of ['larger:5M', 'is:starred from:amy']) {
    await search.for(q)
    await inbox.getByRole('button', { name: 'Save search' }).click()
    await inbox.getByRole('textbox', { name: 'Name in the navigation' }).fill(q === 'larger:5M' ? 'Big' : 'Amy')
    await inbox.keyboard.press('Enter')
    await expect(saved.getByRole('link', { name: q === 'larger:5M' ? 'Big' : 'Amy' })).toBeVisible()
  }
  const names = saved.getByRole('link', { name: /^(Big|Large|Amy)$/ })
  await saved.getByRole('button', { name: 'More for Big' }).click()
  await inbox.getByRole('menuitem', { name: 'Rename' }).click()
  await inbox.getByRole('textbox', { name: 'Name in the navigation' }).fill('Large')
  await inbox.keyboard.press('Enter')
  await expect(names).toHaveText(['Large', 'Amy'])
  await saved.getByRole('button', { name: 'More for Amy' }).click()
  await inbox.getByRole('menuitem', { name: 'Move up' }).click()
  await expect(names).toHaveText(['Amy', 'Large'])
  await inbox.reload()
  await expect(names).toHaveText(['Amy', 'Large'])
  await names.first().click()
  await expect(search.box).toHaveValue('is:starred from:amy')
  await saved.getByRole('button', { name: 'More for Large' }).click()
  await inbox.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(names).toHaveText(['Amy'])
})
