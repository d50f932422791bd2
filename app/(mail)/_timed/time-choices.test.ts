import { describe, expect, it } from 'vitest'
import { timeChoices, toInputValue } from '@/app/(mail)/_timed/time-choices'

const named = (now: Date) => timeChoices(now).map(({ name, at }) => `${name} ${toInputValue(at)}`)

describe('times to choose from', () => {
  it('are the evening, tomorrow, the weekend and Monday', () => {
    // a Tuesday
    expect(named(new Date(2026, 10, 24, 9, 30))).toEqual([
      'laterToday 2026-11-24T18:00',
      'tomorrow 2026-11-25T08:00',
      'weekend 2026-11-28T08:00',
      'nextWeek 2026-11-30T08:00',
    ])
  })

  it('name no time twice, and none that has passed', () => {
    // Friday evening, and Sunday at night
    expect(named(new Date(2026, 10, 27, 19, 10))).toEqual([
      'laterToday 2026-11-27T22:00',
      'tomorrow 2026-11-28T08:00',
      'nextWeek 2026-11-30T08:00',
    ])
    expect(named(new Date(2026, 10, 29, 22, 0))).toEqual(['tomorrow 2026-11-30T08:00', 'weekend 2026-12-05T08:00'])
  })
})
