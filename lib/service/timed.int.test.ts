import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { freshAccount, idsIn, inMailbox, inSeconds, put, until } from '@/e2e/timed'
import { applyChanges } from '@/lib/service/apply-changes'
import { setFollowUp } from '@/lib/service/follow-up'
import { listTimed } from '@/lib/service/list-timed'
import { snoozeMessages } from '@/lib/service/snooze-messages'
import { unsnoozeMessages } from '@/lib/service/wake-messages'

const refsIn = async (account: Parameters<typeof inMailbox>[0], mailbox: string) =>
  (await inMailbox(account, mailbox)).map(({ ref }) => ref)

describe('a snoozed conversation', () => {
  it('leaves the inbox and comes back on time, last to arrive and unread, and the list says why', async () => {
    const account = await freshAccount()
    for (const id of ['one', 'two']) await put(account, { id }, 'INBOX', ['\\Seen'])
    await put(account, { id: 'answer', answers: 'one' }, 'INBOX', ['\\Seen'])
    const [one, , answer] = await refsIn(account, 'inbox')
    if (one === undefined || answer === undefined) throw new Error('the inbox is empty')
    const at = inSeconds(3)
    await snoozeMessages(account, [[one, answer]], at)
    expect(await idsIn(account, 'inbox')).toEqual(['two'])
    expect(await idsIn(account, 'snoozed')).toEqual(['one', 'answer'])
    const asleep = await listTimed(account)
    expect(asleep.notes.map(({ kind, at }) => [kind, at])).toEqual([
      ['snoozed', at.toISOString()],
      ['snoozed', at.toISOString()],
    ])
    const back = await until(
      () => inMailbox(account, 'inbox'),
      (messages) => messages.length === 3,
    )
    expect(Date.now()).toBeGreaterThanOrEqual(at.getTime())
    expect(back.map(({ id }) => id)).toEqual(['two', 'one', 'answer'])
    expect(back.map(({ flags }) => flags.has('\\Seen'))).toEqual([true, true, false])
    const woken = await until(
      () => listTimed(account),
      ({ notes }) => notes.every(({ kind }) => kind === 'woken'),
    )
    expect(woken.notes.map(({ ref }) => ref).sort()).toEqual(back.slice(1).map(({ ref }) => ref))
    expect(await idsIn(account, 'snoozed')).toEqual([])
  })

  it('can be woken by hand and put off again', async () => {
    const account = await freshAccount()
    await put(account, { id: 'x' }, 'INBOX', ['\\Seen'])
    const first = await snoozeMessages(account, [await refsIn(account, 'inbox')], inSeconds(600))
    const later = inSeconds(1200)
    await snoozeMessages(account, [first.moved.map(({ to }) => to)], later)
    expect((await listTimed(account)).notes.map(({ at }) => at)).toEqual([later.toISOString()])
    await unsnoozeMessages(account, await refsIn(account, 'snoozed'))
    const [message] = await inMailbox(account, 'inbox')
    expect(message?.flags.has('\\Seen')).toBe(true)
    expect(await listTimed(account)).toEqual({ notes: [], followUps: [] })
  })

  it('stays where another program put it', async () => {
    const account = await freshAccount()
    await put(account, { id: 'moved' })
    await put(account, { id: 'stays' })
    const refs = await refsIn(account, 'inbox')
    await snoozeMessages(account, [refs], inSeconds(3))
    const [moved] = await refsIn(account, 'snoozed')
    if (moved === undefined) throw new Error('nothing sleeps')
    await applyChanges(account, [{ kind: 'move', refs: [moved], to: 'archive' }])
    await until(
      () => idsIn(account, 'inbox'),
      (ids) => ids.includes('stays'),
    )
    expect(await idsIn(account, 'archive')).toEqual(['moved'])
    expect(await idsIn(account, 'inbox')).toEqual(['stays'])
  })

  it('comes back with a new answer', async () => {
    const account = await freshAccount()
    await put(account, { id: 'question' }, 'INBOX', ['\\Seen'])
    await snoozeMessages(account, [await refsIn(account, 'inbox')], inSeconds(600))
    await put(account, { id: 'news', answers: 'question' })
    const back = await until(
      () => idsIn(account, 'inbox'),
      (ids) => ids.length === 2,
    )
    expect(back.sort()).toEqual(['news', 'question'])
    // moved first, then forgotten
    const notes = async () => (await listTimed(account)).notes
    await expect.poll(notes, { timeout: 10_000 }).toEqual([])
  })

  it('is refused for a time that has passed', async () => {
    const account = await freshAccount()
    await put(account, { id: 'late' })
    const refused = snoozeMessages(account, [await refsIn(account, 'inbox')], inSeconds(-3600))
    await expect(refused).rejects.toMatchObject({ code: 'bad-request' })
    expect(await idsIn(account, 'inbox')).toEqual(['late'])
  })
})

describe('a muted conversation', () => {
  it('keeps its new answers out of the inbox, and answers to those, until it is unmuted', async () => {
    const account = await freshAccount()
    await put(account, { id: 'noise' })
    const [noise] = await refsIn(account, 'inbox')
    if (noise === undefined) throw new Error('the inbox is empty')
    await applyChanges(account, [{ kind: 'flag', refs: [noise], flag: 'muted', value: true }])
    await put(account, { id: 'more', answers: 'noise' })
    await until(
      () => idsIn(account, 'archive'),
      (ids) => ids.includes('more'),
    )
    // names only the last message, as some programs do
    await put(account, { id: 'still-more', answers: 'more' })
    await put(account, { id: 'other' })
    const archived = await until(
      () => inMailbox(account, 'archive'),
      (messages) => messages.length === 2,
    )
    expect(archived.map(({ flags }) => [flags.has('$muted'), flags.has('\\Seen')])).toEqual([
      [true, false],
      [true, false],
    ])
    // a MOVE is there before it is gone here
    await expect.poll(() => idsIn(account, 'inbox'), { timeout: 10_000 }).toEqual(['noise', 'other'])
    const all = [noise, ...archived.map(({ ref }) => ref)]
    await applyChanges(account, [{ kind: 'flag', refs: all, flag: 'muted', value: false }])
    await put(account, { id: 'heard', answers: 'still-more' })
    await put(account, { id: 'after', answers: 'unknown' })
    await until(
      () => idsIn(account, 'inbox'),
      (ids) => ids.includes('after'),
    )
    expect(await idsIn(account, 'inbox')).toEqual(['noise', 'other', 'heard', 'after'])
  })
})

describe('a follow-up', () => {
  const me = ({ address }: { address: string }) => address

  it('brings an unanswered message to the top of the inbox, a copy of it', async () => {
    const account = await freshAccount()
    const id = randomUUID()
    await put(account, { id, from: me(account) }, 'Sent', ['\\Seen'])
    await setFollowUp(account, `<${id}@example.net>`, inSeconds(2))
    expect((await listTimed(account)).followUps).toHaveLength(1)
    // copied first, then marked unread
    const [raised] = await until(
      () => inMailbox(account, 'inbox'),
      (messages) => messages.length === 1 && messages[0]?.flags.has('\\Seen') === false,
    )
    expect(await idsIn(account, 'sent')).toEqual([id])
    const timed = await until(
      () => listTimed(account),
      ({ followUps }) => followUps.length === 0,
    )
    expect(timed.notes).toMatchObject([{ ref: raised?.ref, kind: 'no-answer' }])
  })

  it('raises what the other wrote when there is something', async () => {
    const account = await freshAccount()
    const [question, mine] = [randomUUID(), randomUUID()]
    await put(account, { id: question, arrival: inSeconds(-60) }, 'Archive', ['\\Seen'])
    await put(account, { id: mine, from: me(account), answers: question }, 'Sent', ['\\Seen'])
    await setFollowUp(account, `<${mine}@example.net>`, inSeconds(2))
    await until(
      () => idsIn(account, 'inbox'),
      (ids) => ids.includes(question),
    )
    // a MOVE is there before it is gone here
    await expect.poll(() => idsIn(account, 'archive'), { timeout: 10_000 }).toEqual([])
  })

  it('is over once somebody answers', async () => {
    const account = await freshAccount()
    const id = randomUUID()
    await put(account, { id, from: me(account) }, 'Sent', ['\\Seen'])
    await setFollowUp(account, `<${id}@example.net>`, inSeconds(600))
    await put(account, { id: 'yes', answers: id })
    const { notes } = await until(
      () => listTimed(account),
      ({ followUps }) => followUps.length === 0,
    )
    expect(notes).toEqual([])
    expect(await idsIn(account, 'inbox')).toEqual(['yes'])
  })

  it('needs a message', async () => {
    const account = await freshAccount()
    const refused = setFollowUp(account, '<nothing@example.net>', inSeconds(60))
    await expect(refused).rejects.toMatchObject({ code: 'not-found' })
  })
})
