import { expect, test } from 'vitest'
import { rangeOf, seen, within } from '@/app/_ui/row-range'

test('rows that show only in part are seen', () => {
  expect(seen({ top: 30, box: 100, row: 40 })).toEqual({ first: 0, end: 4 })
  expect(seen({ top: 80, box: 80, row: 40 })).toEqual({ first: 2, end: 4 })
})

test('what is drawn holds what is seen and at least twelve rows on each side', () => {
  for (let top = 0; top < 5_000; top += 7) {
    const at = { top, box: 333, row: 40 }
    const drawn = rangeOf(at)
    expect(drawn.first).toBeLessThanOrEqual(Math.max(0, seen(at).first - 12))
    expect(drawn.end).toBeGreaterThanOrEqual(seen(at).end + 12)
  }
})

test('scrolling by less than a row mostly changes nothing', () => {
  const ranges = new Set(Array.from({ length: 4_000 }, (_, top) => JSON.stringify(rangeOf({ top, box: 400, row: 40 }))))
  expect(ranges.size).toBeLessThan(60)
})

test('no row is drawn that is not there', () => {
  expect(within({ first: 0, end: 20 }, 3)).toEqual([0, 1, 2])
  expect(within({ first: 16, end: 20 }, 3)).toEqual([])
})
