import { describe, expect, it } from 'vitest'
import {
  chosenIn,
  excludedIn,
  excluding,
  including,
  personCondition,
  widened,
  withChip,
} from '@/app/(mail)/_search/chips'

describe('chips', () => {
  it('write their condition into the search and take it out again', () => {
    const on = withChip('walrus', 'unread', { kind: 'is', what: 'unread' })
    expect(on).toBe('walrus is:unread')
    expect(chosenIn(on, 'unread')).toBe('is:unread')
    expect(withChip(on, 'unread', null)).toBe('walrus')
  })
  it('replace what the search said of the same matter', () => {
    expect(withChip('from:amy x', 'from', personCondition('from', 'bo@b.example'))).toBe('x from:bo@b.example')
    expect(withChip('after:2026-01-01 x older_than:1d', 'time', { kind: 'newer-than', amount: 1, unit: 'y' })).toBe(
      'x newer_than:1y',
    )
  })
  it('leave alternatives together', () => {
    expect(withChip('a OR b', 'attachment', { kind: 'has', what: 'attachment' })).toBe('(a OR b) has:attachment')
    expect(chosenIn('from:amy OR from:bo', 'from')).toBe('')
  })
  it('leave mailboxes out and take them in again', () => {
    const without = excluding('x', 'My lists')
    expect(without).toBe('x -in:"My lists"')
    expect(excludedIn(without)).toEqual(['My lists'])
    expect(including(without, 'My lists')).toBe('x')
  })
})

describe('a search that finds nothing', () => {
  it('is widened by each of its conditions, the last first', () => {
    expect(widened('a from:amy is:unread').map(({ left }) => left)).toEqual(['is:unread', 'from:amy', 'a'])
    expect(widened('a is:unread')).toEqual([
      { left: 'is:unread', q: 'a' },
      { left: 'a', q: 'is:unread' },
    ])
    expect(widened('a')).toEqual([])
  })
})
