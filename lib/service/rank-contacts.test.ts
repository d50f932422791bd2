import { describe, expect, it } from 'vitest'
import { matchContacts, rankContacts } from '@/lib/service/rank-contacts'

const now = new Date('2026-11-24T00:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)
const use = (address: string, days: number, name = '') => ({ address, name, date: daysAgo(days) })

describe('people one has written to', () => {
  it('come once, those written to often and lately first', () => {
    const ranked = rankContacts(
      [use('old@x.example', 700), use('old@x.example', 701), use('new@x.example', 1), use('NEW@x.example', 2)],
      now,
    )
    expect(ranked.map(({ address }) => address)).toEqual(['new@x.example', 'old@x.example'])
  })
  it('have their latest name', () => {
    const [contact] = rankContacts(
      [use('a@x.example', 9, 'Old Name'), use('a@x.example', 1), use('a@x.example', 3, 'New Name')],
      now,
    )
    expect(contact?.name).toBe('New Name')
  })
})

describe('completion', () => {
  const contacts = rankContacts(
    [
      use('jsmith@redemailserver.com', 1, 'John Smith'),
      use('maria@redemailserver.com', 2, 'María Müller'),
      use('a.b+c@x.example', 3),
    ],
    now,
  )
  const found = (typed: string) => matchContacts(contacts, typed, 8).map(({ address }) => address)

  it('looks at the beginnings of names and addresses, without accents and case', () => {
    expect(found('smi')).toEqual(['jsmith@redemailserver.com'])
    expect(found('MULL')).toEqual(['maria@redemailserver.com'])
    expect(found('maria@red')).toEqual(['maria@redemailserver.com'])
    expect(found('mith')).toEqual([])
    expect(found('b')).toEqual(['a.b+c@x.example'])
  })
  it('needs every word', () => {
    expect(found('john red')).toEqual(['jsmith@redemailserver.com'])
    expect(found('john maria')).toEqual([])
  })
  it('offers the best without a word, up to the limit', () => {
    expect(matchContacts(contacts, ' ', 2)).toHaveLength(2)
  })
})
