import { expect, test } from 'vitest'
import { between, pathOf } from '@/app/(mail)/_system/places'

test('a line begins and ends outside of the circles', () => {
  expect(between('browser', 'web')).toEqual({ x1: 124, y1: 205, x2: 246, y2: 205 })
})

test('what stays on one server, or is not in the picture, moves nowhere', () => {
  expect(pathOf({ from: 'blue', to: 'blue' })).toBeNull()
  expect(pathOf({ from: 'blue', to: 'worker' })).toBeNull()
  expect(pathOf({ from: 'browser', to: 'web' })).toBe('M124 205L246 205')
})
