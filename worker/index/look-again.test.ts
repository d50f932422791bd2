import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LookAgain } from '@/worker/index/look-again'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function looked() {
  const names: string[] = []
  return { names, again: new LookAgain((name) => names.push(name)) }
}

test('the earliest time counts, however late others ask for', () => {
  const { names, again } = looked()
  again.in(60_000, 'ann')
  again.in(1_000, 'ann')
  again.in(30_000, 'ann')
  vi.advanceTimersByTime(1_000)
  expect(names).toEqual(['ann'])
  vi.advanceTimersByTime(120_000)
  expect(names).toEqual(['ann'])
})

test('who came up can be asked for anew, and each name has a time of its own', () => {
  const { names, again } = looked()
  again.in(1_000, 'ann')
  again.in(2_000, 'bob')
  vi.advanceTimersByTime(1_500)
  again.in(1_000, 'ann')
  vi.advanceTimersByTime(1_500)
  expect(names).toEqual(['ann', 'bob', 'ann'])
})
