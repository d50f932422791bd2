import { describe, expect, test } from 'vitest'
import { fits } from '@/app/(mail)/_palette/fuzzy'

const best = (query: string, ...texts: string[]) =>
  texts
    .map((text) => ({ text, score: fits(query, text) }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => Number(b.score) - Number(a.score))
    .map(({ text }) => text)

describe('fits', () => {
  test('prefers beginnings to middles to scattered letters', () => {
    expect(best('sen', 'Present', 'Sent', 'Go to Sent', 'Snooze until next')).toEqual([
      'Sent',
      'Go to Sent',
      'Present',
      'Snooze until next',
    ])
  })

  test('finds initials', () => {
    expect(best('gts', 'Go to Sent', 'Archive')).toEqual(['Go to Sent'])
  })

  test('wants every word', () => {
    expect(fits('mark spam', 'Mark unread')).toBeNull()
    expect(fits('unread mark', 'Mark unread')).not.toBeNull()
  })

  test('does not care for case or accents', () => {
    expect(fits('entwurfe', 'Entwürfe')).not.toBeNull()
    expect(fits('ÉTÉ', 'ete')).not.toBeNull()
  })

  test('takes everything for nothing typed', () => {
    expect(best('', 'a', 'bb')).toEqual(['a', 'bb'])
  })
})
