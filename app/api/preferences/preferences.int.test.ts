import { describe, expect, test } from 'vitest'
import { ask, cookieOf, person } from '@/e2e/web-client'
import { defaultPreferences, type Preferences } from '@/lib/contract/preferences'

/** Accounts of tests have no time to undo: what they send leaves at once. */
const asMade: Preferences = { ...defaultPreferences, undoSeconds: 0 }

describe('preferences', () => {
  test('are as delivered until changed, and the same in another browser', async () => {
    const { account, call } = await person('blue')
    expect(await call<Preferences>('GET', '/api/preferences')).toEqual(asMade)
    const changed = await call<Preferences>('PUT', '/api/preferences', { density: 'compact', keys: { archive: ['y'] } })
    expect(changed).toEqual({ ...asMade, density: 'compact', keys: { archive: ['y'] } })
    const other = await ask('GET', '/api/preferences', { cookie: await cookieOf(account) })
    expect(other.json).toEqual(changed)
  })

  test('changed at the same time in two browsers are all kept', async () => {
    const { call } = await person('blue')
    const changes = [
      { pane: 'right' },
      { clock: '24' },
      { sound: true },
      { markReadAfter: null },
      { density: 'compact' },
    ]
    await Promise.all(changes.map((change) => call('PUT', '/api/preferences', change)))
    const kept = await call<Preferences>('GET', '/api/preferences')
    expect(kept).toEqual(Object.assign({ ...asMade }, ...changes))
  })

  test('that make no sense are refused, and nothing of them is kept', async () => {
    const { call, cookie } = await person('blue')
    const answer = await ask('PUT', '/api/preferences', { cookie, json: { pane: 'right', density: 'tiny' } })
    expect(answer.status).toBe(400)
    expect(await call<Preferences>('GET', '/api/preferences')).toEqual(asMade)
  })

  test('of look come with the sign-in, for the first page of a new browser', async () => {
    const { account, call } = await person('blue')
    await call('PUT', '/api/preferences', { theme: 'dark', locale: 'de' })
    const json = { email: account.address, password: account.password }
    const { headers } = await ask('POST', '/api/sign-in', { json })
    expect(headers['set-cookie']?.join('\n')).toMatch(/theme=dark[\s\S]*locale=de/)
  })
})
