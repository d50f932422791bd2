import { expect, test } from 'vitest'
import { dayStart, knownZone } from '@/lib/service/search/day-start'
import { timeAgo } from '@/lib/service/search/time-ago'

test('A day begins when it does in the zone of the person, across changes of the clocks', () => {
  expect(dayStart('2026-07-01', 'UTC').toISOString()).toBe('2026-07-01T00:00:00.000Z')
  expect(dayStart('2026-07-01', 'Europe/Berlin').toISOString()).toBe('2026-06-30T22:00:00.000Z')
  expect(dayStart('2026-03-29', 'Europe/Berlin').toISOString()).toBe('2026-03-28T23:00:00.000Z')
  expect(dayStart('2026-03-30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T22:00:00.000Z')
  expect(dayStart('2026-11-01', 'America/New_York').toISOString()).toBe('2026-11-01T04:00:00.000Z')
  expect(dayStart('2026-01-01', 'Pacific/Kiritimati').toISOString()).toBe('2025-12-31T10:00:00.000Z')
  expect(knownZone('Not/AZone')).toBe('UTC')
})

test('A month ago is a month of the calendar', () => {
  const now = new Date('2026-03-31T12:00:00Z')
  expect(timeAgo(1, 'm', now).toISOString()).toBe('2026-02-28T12:00:00.000Z')
  expect(timeAgo(2, 'y', now).toISOString()).toBe('2024-03-31T12:00:00.000Z')
  expect(timeAgo(2, 'w', now).toISOString()).toBe('2026-03-17T12:00:00.000Z')
  expect(timeAgo(99_999, 'y', now).getTime()).toBe(0)
})
