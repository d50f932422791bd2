import { expect, test } from 'vitest'
import { percentile, serverTime, sum, summarise } from '@/bench/measure'

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

test('a piece of work of several requests counts all of them', () => {
  const one = { server: 2, wall: 3, bytes: 100, requests: 1 }
  expect(sum([one, one])).toEqual({ server: 4, wall: 6, bytes: 200, requests: 2 })
})

test('a figure has the middle of each column', () => {
  const samples = [1, 2, 3].map((value) => ({ server: value, wall: value * 10, bytes: 7, requests: 1 }))
  expect(summarise(samples)).toMatchObject({ runs: 3, serverP50: 2, serverP95: 3, wallP50: 20, bytes: 7 })
})
