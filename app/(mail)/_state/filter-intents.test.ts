import { expect, test, vi } from 'vitest'
import { askForFilter, filterIntent, filterIntentShown } from '@/app/(mail)/_state/filter-intents'
import type { Condition } from '@/lib/contract/filters'

test('a rule asked for is there however often the page is drawn, until it is shown', () => {
  const pushState = vi.fn()
  vi.stubGlobal('window', { history: { pushState }, location: { pathname: '/settings/filters', search: '' } })
  const conditions: Condition[] = [{ of: 'from', text: 'ann@far.example' }]
  askForFilter(conditions)
  expect(pushState.mock.lastCall?.[2]).toBe('/settings/filters')
  expect(filterIntent()).toBe(conditions)
  expect(filterIntent()).toBe(conditions)
  filterIntentShown()
  expect(filterIntent()).toBeNull()
  vi.unstubAllGlobals()
})
