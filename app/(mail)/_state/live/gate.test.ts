import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeGate } from '@/app/(mail)/_state/live/gate'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first call works at once, a burst after it once more', async () => {
  const work = vi.fn(() => Promise.resolve())
  const call = makeGate(work, 200)
  for (let n = 0; n < 20; n += 1) call()
  expect(work).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(work).toHaveBeenCalledTimes(2)
})

test('what is called for while it works is done after it, also when it failed', async () => {
  let fail = () => {}
  const work = vi.fn(
    () =>
      new Promise<void>((_, reject) => {
        fail = () => reject(new Error('away'))
      }),
  )
  const call = makeGate(work, 100)
  call()
  await vi.advanceTimersByTimeAsync(500)
  call()
  expect(work).toHaveBeenCalledTimes(1)
  fail()
  await vi.advanceTimersByTimeAsync(1)
  expect(work).toHaveBeenCalledTimes(2)
})
