import { describe, expect, it } from 'vitest'
import { freshAccount, idsIn, inMailbox, inSeconds, put, putMany, until } from '@/e2e/timed'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { BulkChange, BulkState } from '@/lib/contract/bulk'
import { applyChanges } from '@/lib/service/apply-changes'
import { listBulkActions } from '@/lib/service/bulk-state'
import { cancelBulk } from '@/lib/service/cancel-bulk'
import { listTimed } from '@/lib/service/list-timed'
import { searchMessages } from '@/lib/service/search/search-messages'
import { startBulk } from '@/lib/service/start-bulk'
import { undoBulk } from '@/lib/service/undo-bulk'

const inList = (mailbox: string) => ({ kind: 'list' as const, mailbox })

const ended = (account: MailAccount, { id }: BulkState): Promise<BulkState> =>
  until(
    async () => (await listBulkActions(account)).actions.find((action) => action.id === id) as BulkState,
    ({ state }) => state !== 'running' && state !== 'canceling',
  )

async function carryOut(account: MailAccount, mailbox: string, change: BulkChange): Promise<BulkState> {
  return ended(account, await startBulk(account, { scope: inList(mailbox), change }))
}

const undo = async (account: MailAccount, { id }: BulkState) => ended(account, await undoBulk(account, id))

/** Message-IDs of a mailbox, each with its flags; sorted, because a message that comes back is the last to arrive. */
const stateOf = async (account: MailAccount, mailbox: string) =>
  (await inMailbox(account, mailbox)).map(({ id, flags }) => `${id} ${[...flags].sort().join(' ')}`).sort()

describe('a change to everything of a list', () => {
  it.each<[string, BulkChange, string]>([
    ['archive', { kind: 'archive' }, 'archive'],
    ['delete', { kind: 'delete' }, 'trash'],
    ['spam', { kind: 'spam' }, 'spam'],
    ['move', { kind: 'move', to: 'trash' }, 'trash'],
    ['snooze', { kind: 'snooze', until: inSeconds(9_000).toISOString() }, 'snoozed'],
  ])('%s moves all of it, and Undo brings exactly that back', async (_, change, target) => {
    const account = await freshAccount()
    await putMany(account, 'in', 30)
    await put(account, { id: 'there' }, target === 'archive' ? 'Archive' : 'Trash')
    const [before, there] = [await stateOf(account, 'inbox'), await stateOf(account, target)]
    const done = await carryOut(account, 'inbox', change)
    expect(done).toMatchObject({ state: 'done', total: 30, done: 30, skipped: 0, undoable: true })
    expect(await idsIn(account, 'inbox')).toEqual([])
    expect((await idsIn(account, target)).length).toBe(30 + there.length)
    expect((await listTimed(account)).notes.length).toBe(change.kind === 'snooze' ? 30 : 0)
    expect(await undo(account, done)).toMatchObject({ state: 'done', done: 30, undoable: false })
    expect(await stateOf(account, 'inbox')).toEqual(before)
    expect(await stateOf(account, target)).toEqual(there)
    expect((await listTimed(account)).notes).toEqual([])
    await expect(undoBulk(account, done.id)).rejects.toMatchObject({ code: 'bad-request' })
  })

  it.each<[BulkChange['kind'], string, boolean]>([
    ['read', '\\Seen', true],
    ['unread', '\\Seen', false],
    ['star', '\\Flagged', true],
    ['unstar', '\\Flagged', false],
  ])('%s changes only what is not so, and Undo only that', async (kind, flag, value) => {
    const account = await freshAccount()
    await putMany(account, 'plain', 10)
    for (const id of ['a', 'b']) await put(account, { id }, 'INBOX', ['\\Seen', '\\Flagged'])
    const before = await stateOf(account, 'inbox')
    const done = await carryOut(account, 'inbox', { kind } as BulkChange)
    expect(done).toMatchObject({ total: 12, done: value ? 10 : 2, skipped: value ? 2 : 10 })
    expect((await inMailbox(account, 'inbox')).every(({ flags }) => flags.has(flag) === value)).toBe(true)
    await undo(account, done)
    expect(await stateOf(account, 'inbox')).toEqual(before)
  })

  it('mutes what is in the inbox and takes it out; Undo puts back both', async () => {
    const account = await freshAccount()
    await putMany(account, 'noise', 5)
    const before = await stateOf(account, 'inbox')
    const done = await carryOut(account, 'inbox', { kind: 'mute' })
    expect((await inMailbox(account, 'archive')).map(({ flags }) => flags.has('$muted'))).toEqual(Array(5).fill(true))
    await undo(account, done)
    expect(await stateOf(account, 'inbox')).toEqual(before)
  })

  it('goes through every mailbox of a view, and archives only what is in the inbox', async () => {
    const account = await freshAccount()
    await put(account, { id: 'star' }, 'INBOX', ['\\Flagged'])
    await put(account, { id: 'filed-star' }, 'Archive', ['\\Flagged'])
    await put(account, { id: 'sent-star' }, 'Sent', ['\\Flagged'])
    await put(account, { id: 'plain' })
    expect(await carryOut(account, 'starred', { kind: 'archive' })).toMatchObject({ total: 1, done: 1 })
    expect(await idsIn(account, 'inbox')).toEqual(['plain'])
    const done = await carryOut(account, 'starred', { kind: 'unstar' })
    expect(done).toMatchObject({ total: 3, done: 3 })
    await undo(account, done)
    expect((await carryOut(account, 'all', { kind: 'read' })).done).toBe(4)
  })

  it('goes through everything a search finds, in whatever mailbox', async () => {
    const account = await freshAccount()
    await putMany(account, 'needle', 60)
    await put(account, { id: 'needle-filed' }, 'Archive')
    await put(account, { id: 'straw' })
    const scope = { kind: 'search' as const, q: 'subject:needle*', zone: 'UTC' }
    const found = () =>
      searchMessages(account, { q: scope.q, sort: 'newest', mode: 'messages', offset: 0, limit: 1, zone: 'UTC' })
    await until(found, ({ total }) => total === 61)
    const done = await ended(account, await startBulk(account, { scope, change: { kind: 'star' } }))
    expect(done).toMatchObject({ total: 61, done: 61 })
    const starred = await idsIn(account, 'starred')
    expect(starred).toHaveLength(61)
    expect(starred).not.toContain('straw')
  })

  it('leaves alone what arrives after the start', async () => {
    const account = await freshAccount()
    await putMany(account, 'old', 20)
    const action = await startBulk(account, { scope: inList('inbox'), change: { kind: 'archive' } })
    await put(account, { id: 'new' })
    await ended(account, action)
    expect(await idsIn(account, 'inbox')).toEqual(['new'])
  })

  it('skips what was moved away meanwhile, and does not bring that back', async () => {
    const account = await freshAccount()
    await putMany(account, 'm', 4)
    const done = await carryOut(account, 'inbox', { kind: 'archive' })
    const [first] = await inMailbox(account, 'archive')
    if (first === undefined) throw new Error('nothing was archived')
    await applyChanges(account, [{ kind: 'move', refs: [first.ref], to: 'trash' }])
    expect(await undo(account, done)).toMatchObject({ done: 3, skipped: 1 })
    expect(await idsIn(account, 'trash')).toEqual([first.id])
  })

  it('stands in its old order after Undo, over several chunks', { timeout: 180_000 }, async () => {
    const account = await freshAccount()
    await putMany(account, 'o', 600)
    const before = await idsIn(account, 'inbox')
    await undo(account, await carryOut(account, 'inbox', { kind: 'archive' }))
    expect(await idsIn(account, 'inbox')).toEqual(before)
  })

  it('empties Trash and Spam for good and nothing else', async () => {
    const account = await freshAccount()
    await putMany(account, 't', 12, 'Trash')
    await put(account, { id: 'keep' })
    const done = await carryOut(account, 'trash', { kind: 'remove' })
    expect(done).toMatchObject({ state: 'done', done: 12, undoable: false })
    expect(await idsIn(account, 'trash')).toEqual([])
    const forbidden = startBulk(account, { scope: inList('inbox'), change: { kind: 'remove' } })
    await expect(forbidden).rejects.toMatchObject({ code: 'forbidden' })
    expect(await idsIn(account, 'inbox')).toEqual(['keep'])
  })

  it('ends at once when there is nothing', async () => {
    const account = await freshAccount()
    expect(await carryOut(account, 'inbox', { kind: 'archive' })).toMatchObject({ state: 'done', total: 0, done: 0 })
  })

  it('stops when canceled, and Undo takes back what was done until then', { timeout: 180_000 }, async () => {
    const account = await freshAccount()
    await putMany(account, 'c', 2_500)
    const action = await startBulk(account, { scope: inList('inbox'), change: { kind: 'archive' } })
    await until(
      () => listBulkActions(account),
      ({ actions }) => (actions[0]?.done ?? 0) > 0,
    )
    await cancelBulk(account, action.id)
    const canceled = await ended(account, action)
    expect(canceled.state).toBe('canceled')
    expect(canceled.done).toBeLessThan(2_500)
    expect((await idsIn(account, 'archive')).length).toBe(canceled.done)
    expect((await idsIn(account, 'inbox')).length).toBe(2_500 - canceled.done)
    await undo(account, canceled)
    expect(new Set(await idsIn(account, 'inbox')).size).toBe(2_500)
    expect(await idsIn(account, 'archive')).toEqual([])
  })
})
