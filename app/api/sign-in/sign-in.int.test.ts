import { randomInt } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { ask, cookieOf, person } from '@/e2e/web-client'
import type { Problem } from '@/lib/contract/problem'
import type { SessionList } from '@/lib/contract/session'
import { db } from '@/lib/db/client'

/** A client address of its own: failures are counted for an address too. */
const freshClient = () => `127.${randomInt(100, 250)}.${randomInt(1, 250)}.${randomInt(1, 250)}`

function attempt({ address }: Pick<TestAccount, 'address'>, password: string, from: string, headers = {}) {
  return ask('POST', '/api/sign-in', { json: { email: address, password }, from, headers })
}

describe('guessing', () => {
  test('an unknown address gets the very answer of a wrong password', async () => {
    const account = await createAccount('blue')
    const from = freshClient()
    const wrong = await attempt(account, 'x', from)
    const unknown = await attempt({ address: `no-${account.address}` }, 'x', from)
    const odd = await attempt({ address: `${account.address}\0` }, 'x', from)
    for (const answer of [wrong, unknown, odd]) {
      expect(answer.status).toBe(401)
      expect(answer.json).toEqual({
        code: 'wrong-credentials',
        detail: null,
        retryable: false,
        retryAfterSeconds: null,
      })
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })

  test('costs nothing five times, then the account waits, even with the right password and from elsewhere', async () => {
    const account = await createAccount('blue')
    for (let failure = 1; failure <= 6; failure += 1) {
      expect((await attempt(account, 'x', freshClient())).status, `failure ${failure}`).toBe(401)
    }
    const answer = await attempt(account, account.password, freshClient())
    expect(answer.status).toBe(429)
    const problem = answer.json as Problem
    expect(problem.code).toBe('too-many-attempts')
    expect(problem.retryAfterSeconds).toBeGreaterThanOrEqual(1)
    expect(answer.headers['retry-after']).toBe(String(problem.retryAfterSeconds))
    await expect
      .poll(async () => (await attempt(account, account.password, freshClient())).status, { timeout: 10_000 })
      .toBe(200)
    expect((await attempt(account, 'x', freshClient())).status).toBe(401)
  })

  test('nobody with the right password waits for others who sign in from the same address at the same time', async () => {
    const accounts = [await createAccount('blue'), await createAccount('blue'), await createAccount('red')]
    const from = freshClient()
    const everybody = accounts.flatMap((account) => Array.from({ length: 4 }, () => account))
    const answers = await Promise.all(everybody.map((account) => attempt(account, account.password, from)))
    expect(answers.map(({ status }) => status)).toEqual(everybody.map(() => 200))
  })

  test('fifty times at once is counted fifty times', async () => {
    const account = await createAccount('blue')
    const answers = await Promise.all(Array.from({ length: 50 }, () => attempt(account, 'x', freshClient())))
    const checked = answers.filter(({ status }) => status === 401).length
    // six before the first delay of two seconds, then at most one for each delay that passed meanwhile
    expect(checked).toBeGreaterThanOrEqual(6)
    expect(checked).toBeLessThanOrEqual(8)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(50 - checked)
  })

  test('at many accounts from one address makes that address wait, whatever it says about itself', async () => {
    const from = freshClient()
    for (let failure = 1; failure <= 21; failure += 1)
      await attempt({ address: `a${failure}-${from}@blueemailserver.com` }, 'x', from)
    const account = await createAccount('blue')
    const forged = { 'x-waypost-client': '192.0.2.1', 'x-forwarded-for': '192.0.2.2', forwarded: 'for=192.0.2.3' }
    expect((await attempt(account, account.password, from, forged)).status).toBe(429)
    expect((await attempt(account, account.password, freshClient())).status).toBe(200)
  })
})

describe('a session', () => {
  test('is new with every sign-in and its cookie is out of reach of scripts and other sites', async () => {
    const account = await createAccount('blue')
    const first = await cookieOf(account)
    const answer = await ask('POST', '/api/sign-in', {
      json: { email: account.address.toUpperCase(), password: account.password },
      cookie: first,
    })
    const [cookie] = answer.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=lax/i)
    expect(cookie?.split(';')[0]).not.toBe(first)
    expect(cookie).not.toContain(account.address)
  })

  test('ends with sign-out, also for a copy of the cookie', async () => {
    const { cookie } = await person('blue')
    expect((await ask('GET', '/api/session', { cookie })).status).toBe(200)
    expect((await ask('POST', '/api/sign-out', { cookie })).status).toBe(200)
    expect((await ask('GET', '/api/session', { cookie })).status).toBe(401)
  })

  test("ends with next-auth's own sign-out too", async () => {
    const { cookie } = await person('blue')
    const csrf = await ask('GET', '/api/auth/csrf')
    const csrfCookie = csrf.headers['set-cookie']?.map((line) => line.split(';')[0]).join('; ')
    const { csrfToken } = csrf.json as { csrfToken: string }
    const answer = await ask('POST', '/api/auth/signout', {
      cookie: `${cookie}; ${csrfCookie}`,
      json: { csrfToken, json: 'true' },
    })
    expect(answer.status).toBe(200)
    expect((await ask('GET', '/api/session', { cookie })).status).toBe(401)
  })

  test('is listed and can be revoked from another browser, but by its own account only', async () => {
    const { account, cookie } = await person('blue')
    const other = await cookieOf(account)
    const stranger = await person('blue')
    const { sessions } = (await ask('GET', '/api/sessions', { cookie })).json as SessionList
    expect(sessions).toHaveLength(2)
    const id = sessions.find(({ current }) => !current)?.id
    expect((await ask('DELETE', `/api/sessions/${id}`, { cookie: stranger.cookie })).status).toBe(404)
    expect((await ask('GET', '/api/session', { cookie: other })).status).toBe(200)
    expect((await ask('DELETE', `/api/sessions/${id}`, { cookie })).json).toEqual({ revoked: true, current: false })
    expect((await ask('GET', '/api/session', { cookie: other })).status).toBe(401)
    expect((await ask('GET', '/api/session', { cookie })).status).toBe(200)
  })

  test('ends when it expires and when its account is switched off', async () => {
    const expired = await person('blue')
    const disabled = await person('blue')
    await db().session.updateMany({
      where: { account: { address: expired.account.address } },
      data: { expiresAt: new Date(Date.now() - 1000) },
    })
    await db().account.update({ where: { address: disabled.account.address }, data: { active: false } })
    expect((await ask('GET', '/api/session', { cookie: expired.cookie })).status).toBe(401)
    expect((await ask('GET', '/api/session', { cookie: disabled.cookie })).status).toBe(401)
    expect((await attempt(disabled.account, disabled.account.password, freshClient())).status).toBe(401)
  })

  test('stands in the database as a hash that opens nothing', async () => {
    const { account } = await person('blue')
    const row = await db().session.findFirstOrThrow({ where: { account: { address: account.address } } })
    const name = 'next-auth.session-token'
    expect((await ask('GET', '/api/session', { cookie: `${name}=${row.id}` })).status).toBe(401)
  })
})
