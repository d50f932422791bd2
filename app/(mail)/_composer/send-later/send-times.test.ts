import { describe, expect, it } from 'vitest'
import { sendTimes, timeInZone } from '@/app/(mail)/_composer/send-later/send-times'

const named = (now: string, zone: string) =>
  sendTimes(new Date(now), zone).map(({ name, at }) => `${name} ${at.toISOString()}`)

describe('times to send at', () => {
  it('are mornings of the zone', () => {
    // a Wednesday; in Auckland it is Thursday already
    expect(named('2026-11-25T12:00:00Z', 'Europe/Berlin')).toEqual([
      'tomorrow 2026-11-26T07:00:00.000Z',
      'monday 2026-11-30T07:00:00.000Z',
    ])
    expect(named('2026-11-25T12:00:00Z', 'Pacific/Auckland')[0]).toBe('tomorrow 2026-11-26T19:00:00.000Z')
  })
  it('name Monday once', () => {
    expect(named('2026-11-29T12:00:00Z', 'UTC')).toEqual(['tomorrow 2026-11-30T08:00:00.000Z'])
  })
  it('are eight in the morning though clocks change in the night', () => {
    expect(named('2026-03-28T12:00:00Z', 'Europe/Berlin')[0]).toBe('tomorrow 2026-03-29T06:00:00.000Z')
  })
})

describe('a time that was typed', () => {
  it('is of the zone chosen', () => {
    expect(timeInZone('2026-12-24T18:30', 'America/New_York')?.toISOString()).toBe('2026-12-24T23:30:00.000Z')
    expect(timeInZone('2026-07-01T09:00:30', 'Europe/Berlin')?.toISOString()).toBe('2026-07-01T07:00:30.000Z')
  })
  it('is none when it is none', () => {
    expect(timeInZone('', 'UTC')).toBeNull()
    expect(timeInZone('tomorrow', 'UTC')).toBeNull()
  })
})
