import { describe, expect, it } from 'vitest'
import { freeze, kill } from '@/e2e/crash'
import { freshAccount, idsIn, putMany, until } from '@/e2e/timed'
import { person } from '@/e2e/web-client'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { BulkList, BulkState } from '@/lib/contract/bulk'
import { findMailAccount } from '@/lib/db/accounts'
import { listBulkActions } from '@/lib/service/bulk-state'
import { startBulk } from '@/lib/service/start-bulk'
import { undoBulk } from '@/lib/service/undo-bulk'

const count = 5_000
const everything = Array.from({ length: count }, (_, index) => `m-${index + 1}`).sort()

const stateOf = async (account: MailAccount, id: string): Promise<BulkState> => {
  const found = (await listBulkActions(account)).actions.find((action) => action.id === id)
  if (found === undefined) throw new Error('the action is gone')
  return found
}

/** Carries out a change with something happening to the world once a good part is done. */
async function disturbed(account: MailAccount, start: () => Promise<BulkState>, disturb: () => void) {
  const { id, total } = await start()
  const part = await until(
    () => stateOf(account, id),
    ({ done }) => done > total / 10,
    60,
  )
  expect(part.state).toBe('running')
  disturb()
  return until(
    () => stateOf(account, id),
    ({ state }) => state !== 'running',
    150,
  )
}

const disturbances: [string, () => void][] = [
  ['the worker is killed', () => kill('worker')],
  ['Dovecot is killed', () => kill('dovecot blue')],
  ['the database is killed', () => kill('database')],
  [
    'the mail host is out of reach for 20 seconds',
    () => {
      const goOn = freeze('dovecot blue')
      setTimeout(goOn, 20_000)
    },
  ],
]

describe(`a change to ${count} messages ends by itself, with every message in exactly one place,`, () => {
  it.each(disturbances)('when %s in the middle, and so does its Undo', async (_, disturb) => {
    const account = await freshAccount()
    // what was killed before may still be coming up
    await until(
      () => idsIn(account, 'inbox'),
      (ids) => ids.length === 0,
      60,
    )
    await putMany(account, 'm', count)
    const archive = () => startBulk(account, { scope: { kind: 'list', mailbox: 'inbox' }, change: { kind: 'archive' } })
    const started = Date.now()
    const done = await disturbed(account, archive, disturb)
    console.log(`archive: ${(Date.now() - started) / 1000} s`)
    expect(done).toMatchObject({ state: 'done', total: count, done: count, skipped: 0 })
    expect(await idsIn(account, 'inbox')).toEqual([])
    expect((await idsIn(account, 'archive')).sort()).toEqual(everything)
    const undone = await disturbed(account, () => undoBulk(account, done.id), disturb)
    expect(undone).toMatchObject({ state: 'done', done: count, skipped: 0 })
    expect(await idsIn(account, 'archive')).toEqual([])
    expect((await idsIn(account, 'inbox')).sort()).toEqual(everything)
  })

  it('when the web process is killed in the middle, which says afterwards what was done, and so does its Undo', async () => {
    const { account: made, call } = await person('blue')
    const account = await findMailAccount(made.address)
    if (account === null) throw new Error('the account was not made')
    await putMany(account, 'm', count)
    const told = async (id: string) => {
      const list = await call<BulkList>('GET', '/api/bulk').catch(() => null)
      return list?.actions.find((action) => action.id === id)
    }
    const killed = async (path: string, json: unknown) => {
      const { id } = await call<BulkState>('POST', path, json)
      await until(
        () => stateOf(account, id),
        ({ done }) => done > count / 10,
        60,
      )
      expect(kill('web')).toBe(true)
      return until(
        () => told(id),
        (state) => state !== undefined && state.state !== 'running',
        150,
      )
    }
    const all = { scope: { kind: 'list', mailbox: 'inbox' }, change: { kind: 'archive' } }
    const done = await killed('/api/bulk', all)
    expect(done).toMatchObject({ state: 'done', total: count, done: count, skipped: 0 })
    expect((await idsIn(account, 'archive')).sort()).toEqual(everything)
    expect(await killed(`/api/bulk/${done?.id}/undo`, {})).toMatchObject({ state: 'done', done: count, skipped: 0 })
    expect((await idsIn(account, 'inbox')).sort()).toEqual(everything)
  })
})
