import { expect, test } from 'vitest'
import { defaultPreferences } from '@/lib/contract/preferences'
import { preferencesChange, preferencesOf } from '@/lib/contract/preferences-schema'

test('a stored document fills up with what is delivered', () => {
  expect(preferencesOf({})).toEqual(defaultPreferences)
  expect(preferencesOf(null)).toEqual(defaultPreferences)
  expect(preferencesOf({ density: 'compact' })).toEqual({ ...defaultPreferences, density: 'compact' })
})

test('a field no longer understood costs only itself', () => {
  const stored = { density: 'tiny', pane: 'right', gone: 1 }
  expect(preferencesOf(stored)).toEqual({ ...defaultPreferences, pane: 'right' })
})

test('a change is taken whole or not at all', () => {
  expect(preferencesChange.safeParse({ pane: 'below', keys: { archive: ['y', 'g y'] } }).success).toBe(true)
  for (const wrong of [
    { density: 'tiny' },
    { unknown: 1 },
    { paneSize: { right: 99, below: 50 } },
    { keys: { 'Not A Command': ['x'] } },
    { keys: { archive: ['x'.repeat(41)] } },
    { keys: Object.fromEntries(Array.from({ length: 101 }, (_, i) => ['a'.repeat(i + 1), []])) },
  ]) {
    expect(preferencesChange.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
  }
})
