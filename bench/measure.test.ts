import { expect, test } from 'vitest'
import { percentile, serverTime } from '@/bench/measure'

test('a percentile is a value that was measured (nearest rank)', () => {
  const values = [5, 1, 4, 2, 3]
  expect(percentile(values, 0.5)).toBe(3)
  expect(percentile(values, 0.95)).toBe(5)
})

test('the server time is read from its own entry only', () => {
  expect(serverTime('db;dur=3, app;dur=12.5')).toBe(12.5)
  expect(serverTime('db;dur=3')).toBeNaN()
  expect(serverTime(null)).toBeNaN()
})
