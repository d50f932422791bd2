import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { messagesIn, waitForMessage } from '@/e2e/mailbox-of'
import { until } from '@/e2e/timed'
import { ask, person } from '@/e2e/web-client'
import type { Draft, DraftStarted, MessageSent } from '@/lib/contract/drafts'
import type { MessageDetail } from '@/lib/contract/messages'
import type { HeldMessage, Outbox } from '@/lib/contract/outbox'
import type { ThreadWindow } from '@/lib/contract/threads'
import type { TimedList } from '@/lib/contract/timed'
import { findMailAccount } from '@/lib/db/accounts'
import {
  beginAttempt,
  beginEnd,
  beginOnlyAttempt,
  changeState,
  endAttempt,
  findOutboxRow,
  takeForStoring,
} from '@/lib/db/outbox'
import { parseRecipients } from '@/lib/service/draft-addresses'
import { withBuiltMessage } from '@/lib/service/draft-message'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { carryOn } from '@/lib/service/outbox/carry-on'
import { moveHeldToSent } from '@/lib/service/outbox/held-copies'
import { holdMessage } from '@/lib/service/outbox/hold-message'
import { submitAttempt } from '@/lib/service/outbox/submit-attempt'
import { withMailbox } from '@/lib/service/with-mailbox'

type Person = Awaited<ReturnType<typeof person>>
const hourMs = 60 * 60 * 1000
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString()

async function draftTo(from: Person, to: Person, parts: Partial<Draft> = {}): Promise<Draft> {
  const draft = { ...(await from.newDraft()), to: [to.recipient], subject: `outbox ${randomUUID()}` }
  return { ...draft, format: 'text', text: 'words', ...parts }
}

const send = (from: Person, draft: Draft, sendAt: string | null = null, remindInDays: number | null = null) =>
  from.call<MessageSent>('POST', '/api/send', { draft, saved: null, sendAt, remindInDays })

async function sendHeld(from: Person, draft: Draft, sendAt: string | null = null): Promise<HeldMessage> {
  const { held } = await send(from, draft, sendAt)
  if (held === null) throw new Error('it is not held')
  return held
}

const listed = async (who: Person, mailbox: string) =>
  (await who.call<ThreadWindow>('GET', `/api/threads?mailbox=${mailbox}&mode=messages`)).rows
const outbox = async (who: Person) => (await who.call<Outbox>('GET', '/api/outbox')).messages
const undoWindow = (who: Person, undoSeconds: number) => who.call('PUT', '/api/preferences', { undoSeconds })

const untilSent = (who: Person, subject: string) =>
  until(
    () => listed(who, 'sent'),
    (rows) => rows.some((row) => row.subject === subject),
  )

/** A move shows a message in its new mailbox first, and then takes it out of the old one. */
const untilNotScheduled = (who: Person) =>
  expect.poll(() => listed(who, 'scheduled'), { timeout: 10_000, interval: 200 }).toEqual([])

describe('a message with time to undo', () => {
  test('is in Scheduled first, leaves by itself, and is in Sent alone then', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    await undoWindow(brian, 5)
    const draft = await draftTo(brian, john, { bcc: [brian.recipient] })
    const before = Date.now()
    const answer = await send(brian, draft)
    expect(answer).toMatchObject({ copy: null, held: { state: 'held', undoSeconds: 5, reason: null } })
    // held longer than promised
    expect(new Date(answer.held?.sendAt ?? '').getTime()).toBeGreaterThan(before + 7_000)
    const [held] = await outbox(brian)
    const [row] = await listed(brian, 'scheduled')
    expect(held?.ref).toEqual(row?.ref)
    expect(row?.date).toBe(answer.held?.sendAt)
    const mail = await waitForMessage(john.account, draft.subject)
    expect(mail.bcc).toBeUndefined()
    await untilSent(brian, draft.subject)
    await untilNotScheduled(brian)
    expect(await outbox(brian)).toEqual([])
  })

  test('is a draft again when it is taken back, with all it had, and never leaves', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    await undoWindow(brian, 30)
    const file = { ...(await brian.upload('plan.txt', 'text/plain', Buffer.from('the plan'))), contentId: null }
    const bcc = [{ name: 'M', address: 'maria@redemailserver.com' }]
    const quote = { html: '<blockquote>asked</blockquote>', text: '> asked' }
    const draft = await draftTo(brian, john, { bcc, quote, attachments: [file] })
    const { id } = await sendHeld(brian, draft)
    const back = await brian.call<DraftStarted>('DELETE', `/api/outbox/${id}`)
    expect(back.draft).toMatchObject({
      messageId: draft.messageId,
      to: draft.to,
      bcc,
      subject: draft.subject,
      format: 'text',
      text: 'words',
      quote: { text: '> asked' },
      attachments: [{ name: 'plan.txt', size: 8 }],
    })
    expect((await listed(brian, 'drafts')).map(({ ref }) => ref)).toEqual([back.saved])
    expect(await listed(brian, 'scheduled')).toEqual([])
    expect((await ask('DELETE', `/api/outbox/${id}`, { cookie: brian.cookie })).status).toBe(404)
    // sent again it leaves once, as it is then
    await undoWindow(brian, 0)
    expect((await send(brian, { ...back.draft, text: 'better words' })).held).toBeNull()
    expect((await waitForMessage(john.account, draft.subject)).text).toContain('better words')
    expect(await listed(brian, 'drafts')).toEqual([])
    expect((await messagesIn(john.account)).filter(({ subject }) => subject === draft.subject)).toHaveLength(1)
  })

  test('is replaced when Send is pressed again, and cannot be taken back once it has left', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    await undoWindow(brian, 20)
    const draft = await draftTo(brian, john)
    const first = await sendHeld(brian, draft)
    const second = await sendHeld(brian, { ...draft, text: 'second thoughts' })
    expect(second.id).toBe(first.id)
    expect(await listed(brian, 'scheduled')).toHaveLength(1)
    await brian.call('POST', `/api/outbox/${first.id}/send`)
    expect((await waitForMessage(john.account, draft.subject)).text).toContain('second thoughts')
    await untilSent(brian, draft.subject)
    const late = await ask('DELETE', `/api/outbox/${first.id}`, { cookie: brian.cookie })
    expect([late.status, late.json]).toMatchObject([409, { code: 'already-sent' }])
  })
})

test('a message that there is no room to take back stays held, says so, and can be sent', async () => {
  const [brian, john] = [await person('blue', undefined, 20_000n), await person('red')]
  await undoWindow(brian, 30)
  const draft = await draftTo(brian, john, { text: 'some words '.repeat(1_100) })
  const { id } = await sendHeld(brian, draft)
  const refused = await ask('DELETE', `/api/outbox/${id}`, { cookie: brian.cookie })
  expect([refused.status, refused.json]).toMatchObject([507, { code: 'quota-exceeded' }])
  expect((await outbox(brian))[0]).toMatchObject({ id, state: 'stopped', reason: 'quota-exceeded' })
  await brian.call('POST', `/api/outbox/${id}/send`)
  await waitForMessage(john.account, draft.subject)
})

test('a scheduled message can be sent now though there is no room to date it anew', async () => {
  const [brian, john] = [await person('blue', undefined, 20_000n), await person('red')]
  const draft = await draftTo(brian, john, { text: 'some words '.repeat(1_100) })
  const { id } = await sendHeld(brian, draft, inHours(20))
  await brian.call('POST', `/api/outbox/${id}/send`)
  await waitForMessage(john.account, draft.subject)
})

test('what there is no room to hold is left to who sends it, and removed when that was cut off', async () => {
  const brian = await person('blue')
  const account = await findMailAccount(brian.account.address)
  if (account === null) throw new Error('no account')
  const planned = {
    sender: null,
    recipients: [brian.account.address],
    note: '',
    remindInDays: null,
    sendAt: new Date(),
  }
  const draft = await draftTo(brian, brian)
  const id = await takeForStoring(account.accountId, draft.messageId, planned, new Date())
  if (id === null) throw new Error('no row')
  expect(await beginOnlyAttempt(id, 100, new Date(Date.now() + hourMs))).toBe(1)
  await carryOn(id)
  expect(await findOutboxRow(id)).toMatchObject({ state: 'submitting', attempts: 1 })
  // Send pressed once more must not take the draft away: nobody but the first has the message
  const json = { draft, saved: null, sendAt: null, remindInDays: null }
  const again = await ask('POST', '/api/send', { cookie: brian.cookie, json })
  expect([again.status, again.json]).toMatchObject([503, { code: 'submission-unavailable' }])
  const past = new Date(Date.now() - hourMs)
  await changeState(id, ['submitting'], 'submitting', { dueAt: past, triedAt: past })
  await carryOn(id)
  expect(await findOutboxRow(id)).toBeNull()
})

describe('a scheduled message', () => {
  test('waits for its time, and is dated now when it is sent now', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    const draft = await draftTo(brian, john)
    const sendAt = `${inHours(20).slice(0, 19)}.000Z`
    const held = await sendHeld(brian, draft, sendAt)
    expect(held.sendAt).toBe(sendAt)
    const [row] = await listed(brian, 'scheduled')
    const path = `/api/messages/${row?.ref.mailbox}/${row?.ref.id}`
    expect((await brian.call<MessageDetail>('GET', path)).date).toBe(sendAt)
    await brian.call('POST', `/api/outbox/${held.id}/send`)
    const mail = await waitForMessage(john.account, draft.subject)
    expect(Math.abs((mail.date?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
    const sent = await untilSent(brian, draft.subject)
    expect(new Date(sent[0]?.date ?? '').getTime()).toBeLessThan(Date.now() + 60_000)
    await untilNotScheduled(brian)
  })

  test('leaves at its time by itself', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    const draft = await draftTo(brian, john)
    await sendHeld(brian, draft, new Date(Date.now() + 4_000).toISOString())
    expect((await messagesIn(john.account)).filter(({ subject }) => subject === draft.subject)).toEqual([])
    await waitForMessage(john.account, draft.subject)
    await untilSent(brian, draft.subject)
  })

  test('that another program took out of Scheduled is not sent', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    const draft = await draftTo(brian, john)
    const { id } = await sendHeld(brian, draft, inHours(1))
    const account = await findMailAccount(brian.account.address)
    if (account === null) throw new Error('no account')
    const { path } = await mailboxById(account, 'scheduled')
    await withMailbox(account, path, (connection) => connection.messageMove('1:*', 'Drafts'))
    await changeState(id, ['held'], 'held', { dueAt: new Date() })
    await carryOn(id)
    expect(await findOutboxRow(id)).toBeNull()
    expect(await listed(brian, 'sent')).toEqual([])
  })

  test('for a time that has passed is refused', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    const json = { draft: await draftTo(brian, john), saved: null, sendAt: inHours(-1) }
    expect((await ask('POST', '/api/send', { cookie: brian.cookie, json })).status).toBe(400)
    expect(await outbox(brian)).toEqual([])
  })

  test('keeps its reminder and its mark on the original for when it leaves', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    const first = await draftTo(john, brian)
    await send(john, first)
    await waitForMessage(brian.account, first.subject)
    const original = (await listed(brian, 'inbox'))[0]?.ref
    const source = { kind: 'reply', source: original }
    const { draft } = await brian.call<DraftStarted>('POST', '/api/drafts/start', source)
    await send(brian, draft, new Date(Date.now() + 3_000).toISOString(), 3)
    expect((await brian.call<TimedList>('GET', '/api/timed')).followUps).toEqual([])
    const { followUps } = await until(
      () => brian.call<TimedList>('GET', '/api/timed'),
      (timed) => timed.followUps.length > 0,
    )
    expect(followUps).toMatchObject([{ messageId: draft.messageId }])
    await until(
      () => listed(brian, 'inbox'),
      (rows) => rows[0]?.flags.answered === true,
    )
  })
})

describe('a message that the mail host does not take', () => {
  test('stays in Scheduled with the reason, and can be mended', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    const unknown = `nobody-${randomUUID()}@blueemailserver.com`
    const draft = await draftTo(brian, john)
    await send(brian, { ...draft, to: [...draft.to, { name: '', address: unknown }] }, new Date().toISOString())
    const [stopped] = await until(
      () => outbox(brian),
      (messages) => messages[0]?.state === 'stopped',
    )
    expect(stopped).toMatchObject({ reason: 'recipient-refused', detail: expect.stringContaining(`${unknown}: 550`) })
    expect((await listed(brian, 'scheduled')).map(({ ref }) => ref)).toEqual([stopped?.ref])
    const back = await brian.call<DraftStarted>('DELETE', `/api/outbox/${stopped?.id}`)
    await send(brian, { ...back.draft, to: draft.to })
    await waitForMessage(john.account, draft.subject)
    expect((await messagesIn(john.account)).filter(({ subject }) => subject === draft.subject)).toHaveLength(1)
  })
})

describe('a message being stored', () => {
  const storing = async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    const draft = await draftTo(brian, john)
    const account = await findMailAccount(brian.account.address)
    if (account === null) throw new Error('no account')
    const now = new Date()
    const row = { sender: null, recipients: [john.account.address], note: '', remindInDays: null, sendAt: now }
    const take = (silentSince: Date) => takeForStoring(account.accountId, draft.messageId, row, silentSince)
    return { brian, john, draft, account, take }
  }

  test('is left to whoever stores it, until that one falls silent', async () => {
    const { brian, draft, take } = await storing()
    const minuteMs = 60_000
    const id = await take(new Date(Date.now() - minuteMs))
    const saved = await brian.call('PUT', '/api/drafts', { draft, saved: null })
    const second = await ask('POST', '/api/send', { cookie: brian.cookie, json: { draft, saved: null } })
    expect([saved !== undefined, second.status]).toEqual([true, 503])
    expect(await listed(brian, 'drafts')).toHaveLength(1)
    expect(await take(new Date(Date.now() - minuteMs))).toBeNull()
    expect(await take(new Date(Date.now() + minuteMs))).toBe(id)
  })

  test('is not told as held when its row was given up, and nothing of it stays in Scheduled', async () => {
    const { brian, draft, account } = await storing()
    const recipients = parseRecipients(draft)
    const hold = { id: randomUUID(), messageId: draft.messageId, recipients, at: null, undoSeconds: 5 }
    const held = withBuiltMessage(account, draft, recipients, {}, (built) => holdMessage(account, built, hold))
    await expect(held).rejects.toMatchObject({ code: 'submission-unavailable' })
    expect(await listed(brian, 'scheduled')).toEqual([])
  })
})

describe('an attempt', () => {
  const wire = (draft: Draft) => {
    const content = `Message-ID: ${draft.messageId}\r\nSubject: ${draft.subject}\r\n\r\nwords\r\n`
    return { size: content.length, content: () => Readable.from([content], { objectMode: false }) }
  }
  const heldNow = async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    const draft = await draftTo(brian, john)
    const { id } = await sendHeld(brian, draft, inHours(1))
    await changeState(id, ['held'], 'held', { dueAt: new Date() })
    const account = await findMailAccount(brian.account.address)
    if (account === null) throw new Error('no account')
    return { brian, john, draft, id, account }
  }
  const rowOf = async (id: string) => {
    const row = await findOutboxRow(id)
    if (row === null) throw new Error('no row')
    return row
  }

  test('that another one has overtaken does not end its message', async () => {
    const { john, draft, id, account } = await heldNow()
    const first = await beginAttempt(id, 20)
    expect(await beginAttempt(id, 20)).toBeNull()
    const second = await beginAttempt(id, 0)
    if (first === null || second === null) throw new Error('no attempt')
    const row = await rowOf(id)
    expect(await submitAttempt(account, row, first, wire(draft))).toBe('superseded')
    expect(await submitAttempt(account, row, second, wire(draft))).toBe('accepted')
    await waitForMessage(john.account, draft.subject)
    expect((await messagesIn(john.account)).filter(({ subject }) => subject === draft.subject)).toHaveLength(1)
  })

  test('that was accepted is listed until its message is in Sent, and no longer', async () => {
    const { brian, draft, id, account } = await heldNow()
    const attempt = await beginAttempt(id, 20)
    if (attempt === null) throw new Error('no attempt')
    // as a crash between the 250 and the move leaves it, and then one between the move and the rest
    await endAttempt(id, attempt, 'accepted', { dueAt: new Date(Date.now() + hourMs) })
    expect(await outbox(brian)).toMatchObject([{ id, state: 'sending', subject: draft.subject }])
    await moveHeldToSent(account, draft.messageId, false)
    expect(await rowOf(id)).toMatchObject({ state: 'accepted' })
    expect(await outbox(brian)).toEqual([])
  })

  test('whose 250 was never written down is found in the log, and is not repeated', async () => {
    const { brian, john, draft, id, account } = await heldNow()
    const attempt = await beginAttempt(id, 20)
    if (attempt === null) throw new Error('no attempt')
    expect(await submitAttempt(account, await rowOf(id), attempt, wire(draft))).toBe('accepted')
    // as a crash between the 250 and the row leaves it
    await changeState(id, ['accepted'], 'ending', { dueAt: new Date() })
    await waitForMessage(john.account, draft.subject)
    await carryOn(id)
    await untilSent(brian, draft.subject)
    expect((await messagesIn(john.account)).filter(({ subject }) => subject === draft.subject)).toHaveLength(1)
  })

  test('whose end never reached the mail host is repeated once its log is sure of that', {
    timeout: 120_000,
  }, async () => {
    const { brian, john, draft, id } = await heldNow()
    const attempt = await beginAttempt(id, 20)
    if (attempt === null) throw new Error('no attempt')
    expect(await beginEnd(id, attempt)).toBe(true)
    await carryOn(id)
    expect((await outbox(brian))[0]).toMatchObject({ state: 'sending', reason: 'submission-unknown' })
    expect((await ask('DELETE', `/api/outbox/${id}`, { cookie: brian.cookie })).status).toBe(409)
    await until(
      () => listed(brian, 'sent'),
      (rows) => rows.some(({ subject }) => subject === draft.subject),
      90,
    )
    await waitForMessage(john.account, draft.subject)
    expect((await messagesIn(john.account)).filter(({ subject }) => subject === draft.subject)).toHaveLength(1)
  })
})
