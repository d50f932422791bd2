import { describe, expect, it } from 'vitest'
import { addHeat } from '@/lib/db/contacts/heat'
import { learnedOf } from '@/lib/service/contacts/learned-of'

const now = new Date('2026-11-24T00:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)
const use = (address: string, days: number, name = '') => ({ address, name, date: daysAgo(days) })
const hottest = (uses: ReturnType<typeof use>[]) =>
  learnedOf(uses)
    .sort((a, b) => b.heat - a.heat)
    .map(({ key }) => key)

describe('people one has written to', () => {
  it('come once, whatever the case, with how often and when last', () => {
    const [one, ...others] = learnedOf([use('new@x.example', 3), use('NEW@x.example', 1), use('new@x.example', 2)])
    expect(others).toEqual([])
    expect(one).toMatchObject({ key: 'new@x.example', address: 'NEW@x.example', uses: 3, lastUsedAt: daysAgo(1) })
  })

  it('rank by how often, and half as much after sixty days', () => {
    expect(hottest([use('old@x.example', 700), use('old@x.example', 701), use('new@x.example', 1)])[0]).toBe(
      'new@x.example',
    )
    const twice = (days: number) => [use('twice@x.example', days), use('twice@x.example', days)]
    expect(hottest([...twice(62), use('once@x.example', 1)])[0]).toBe('once@x.example')
    expect(hottest([...twice(60), use('once@x.example', 1)])[0]).toBe('twice@x.example')
  })

  it('rank the same whether counted at once or bit by bit', () => {
    const uses = [1, 5, 9, 300, 9_000].map((days) => use('a@x.example', days))
    const bit = uses.map((one) => learnedOf([one])[0]?.heat ?? 0).reduce(addHeat, 0)
    expect(bit).toBeCloseTo(learnedOf(uses)[0]?.heat ?? 0, 9)
  })

  it('have their latest name, and none that is their address', () => {
    const [contact] = learnedOf([
      use('a@x.example', 9, 'Old Name'),
      use('a@x.example', 1, 'A@x.example'),
      use('a@x.example', 3, 'New Name'),
    ])
    expect(contact?.name).toBe('New Name')
  })

  it('are addresses, not whatever a header holds', () => {
    expect(
      learnedOf([use('undisclosed-recipients:', 1), use('', 1), use('a b@c@d', 1), use('x@MISSING_DOMAIN', 1)]),
    ).toEqual([])
  })
})
