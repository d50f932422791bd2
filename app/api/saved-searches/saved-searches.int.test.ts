import { expect, test } from 'vitest'
import { ask, person } from '@/e2e/web-client'
import type { SavedSearch, SavedSearchList } from '@/lib/contract/saved-searches'

const place = '/api/saved-searches'

test('A search is saved, renamed, ordered and removed, by its owner only', async () => {
  const [owner, other] = [await person('blue'), await person('blue')]
  const first = await owner.call<SavedSearch>('POST', place, { name: 'Big', query: 'larger:5M' })
  const second = await owner.call<SavedSearch>('POST', place, { name: 'From Ann', query: 'from:ann' })
  await owner.call('PUT', `${place}/${first.id}`, { name: 'Large', query: 'larger:6M' })
  const { searches } = await owner.call<SavedSearchList>('PUT', place, { ids: [second.id] })
  expect(searches).toEqual([second, { id: first.id, name: 'Large', query: 'larger:6M' }])

  expect(await other.call<SavedSearchList>('GET', place)).toEqual({ searches: [] })
  await other.call('PUT', place, { ids: [first.id, second.id] })
  for (const [method, json] of [['PUT', { name: 'x', query: 'y' }], ['DELETE']] as const) {
    expect((await ask(method, `${place}/${first.id}`, { cookie: other.cookie, json })).status).toBe(404)
  }
  await owner.call('DELETE', `${place}/${second.id}`)
  expect((await owner.call<SavedSearchList>('GET', place)).searches.map(({ name }) => name)).toEqual(['Large'])
})
