import { describe, expect, it } from 'vitest'
import { makeFormat } from '@/app/(mail)/_state/use-format'

const now = new Date('2026-03-10T15:00:00Z')
const en = makeFormat('en', 'UTC', now)

describe('a date in the list', () => {
  it('is a time today, a day this year, else a date', () => {
    expect(en.when('2026-03-10T09:05:00Z')).toMatch(/^9:05/)
    expect(en.when('2026-01-02T09:05:00Z')).toBe('Jan 2')
    expect(en.when('2024-01-02T09:05:00Z')).toBe('01/02/24')
  })

  it('is of twelve or twenty-four hours, as chosen', () => {
    expect(makeFormat('en-GB', 'UTC', now, '12').when('2026-03-10T14:05:00Z')).toMatch(/^2:05\spm$/)
    expect(makeFormat('en', 'UTC', now, '24').when('2026-03-10T14:05:00Z')).toBe('14:05')
  })

  it('is of the time zone of the person', () => {
    const tokyo = makeFormat('de', 'Asia/Tokyo', now)
    expect(tokyo.when('2026-03-10T16:30:00Z')).toBe('01:30')
    expect(tokyo.when('2026-03-10T09:30:00Z')).toBe('10. März')
  })
})

describe('a size', () => {
  it('is short', () => {
    expect(en.size(0)).toBe('0 B')
    expect(en.size(1000)).toBe('1 kB')
    expect(en.size(12_400)).toBe('12 kB')
    expect(en.size(2_306_867)).toBe('2.2 MB')
    expect(en.size(52_428_800)).toBe('50 MB')
  })
})
