import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { ParsedMail } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { messagesIn, waitForMessage } from '@/e2e/mailbox-of'
import { ask, person } from '@/e2e/web-client'
import type { ContactList } from '@/lib/contract/contacts'
import type { Draft, DraftSaved, DraftStarted, MessageSent } from '@/lib/contract/drafts'
import type { MessageRef } from '@/lib/contract/messages'
import type { ThreadWindow } from '@/lib/contract/threads'

type Person = Awaited<ReturnType<typeof person>>
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const fresh = (text: string) => `${text} ${randomUUID()}`
const files = (mail: ParsedMail) => mail.attachments.map(({ filename, content }) => [filename, hash(content)])
const send = (from: Person, draft: Draft, saved: MessageRef | null = null) =>
  ask('POST', '/api/send', { cookie: from.cookie, json: { draft, saved } })
const rowOf = async (who: Person, mailbox: string, subject: string) =>
  (await who.call<ThreadWindow>('GET', `/api/threads?mailbox=${mailbox}&mode=messages`)).rows.find(
    (row) => row.subject === subject,
  )
const start = (who: Person, kind: string, source: MessageRef) =>
  who.call<DraftStarted>('POST', '/api/drafts/start', { kind, source })

async function sendTo(from: Person, to: Person, parts: Partial<Draft>): Promise<ParsedMail> {
  const draft = { ...(await from.newDraft()), to: [to.recipient], ...parts }
  expect((await send(from, draft)).json).toMatchObject({ messageId: draft.messageId, copy: { mailbox: 'sent' } })
  return waitForMessage(to.account, draft.subject)
}

describe('a message to the other mail system', () => {
  test('arrives with its words and its attachments byte for byte', async () => {
    const [brian, john] = [await person('blue', 'brian'), await person('red', 'john')]
    const [data, picture] = [randomBytes(3_000_000), randomBytes(5_000)]
    const attachments = [
      { ...(await brian.upload('data.bin', 'application/octet-stream', data)), contentId: null },
      { ...(await brian.upload('議事録 (最終).txt', 'text/plain', picture)), contentId: null },
      { ...(await brian.upload('in.png', 'image/png', picture)), contentId: 'p1' },
    ]
    const html = '<p>Grüße, <b>John</b></p><img src="cid:p1"><script>alert(1)</script>'
    const mail = await sendTo(brian, john, { subject: fresh('Grüße 東京 🙂'), html, attachments })
    expect(mail.from?.value).toEqual([brian.recipient])
    expect(mail.text).toContain('Grüße, John')
    expect(mail.html).not.toContain('script')
    expect(files(mail).sort()).toEqual(
      [
        ['data.bin', hash(data)],
        ['議事録 (最終).txt', hash(picture)],
        ['in.png', hash(picture)],
      ].sort(),
    )
  })

  test('tells nobody of Bcc but the copy in Sent', async () => {
    const [brian, john, maria] = [await person('blue'), await person('red'), await person('red', 'maria')]
    const subject = fresh('bcc')
    const mail = await sendTo(brian, john, { subject, text: 'x', format: 'text', bcc: [maria.recipient] })
    const secret = await waitForMessage(maria.account, subject)
    const copy = await waitForMessage(brian.account, subject, 'Sent')
    for (const seen of [mail, secret]) {
      expect(seen.bcc).toBeUndefined()
      const lines = seen.headerLines.filter(
        ({ key }) => !['delivered-to', 'received', 'x-original-to', 'return-path'].includes(key),
      )
      expect(lines.map(({ line }) => line).join('\n')).not.toContain(maria.account.address)
    }
    expect([copy.bcc ?? []].flat()[0]?.value).toEqual([maria.recipient])
    expect((await rowOf(brian, 'sent', subject))?.flags.seen).toBe(true)
  })

  test('is sent once, however often Send is pressed', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    const subject = fresh('once')
    const draft = { ...(await brian.newDraft()), subject, to: [john.recipient] }
    const answers = await Promise.all([send(brian, draft), send(brian, draft)])
    answers.push(await send(brian, draft))
    expect(new Set(answers.map(({ json }) => JSON.stringify(json))).size).toBe(1)
    await waitForMessage(john.account, subject)
    const last = fresh('last')
    await sendTo(brian, john, { subject: last })
    expect((await messagesIn(john.account)).filter((mail) => mail.subject === subject)).toHaveLength(1)
  })
})

describe('a message that cannot go', () => {
  test('to one of its recipients goes to none, and the server’s words are told', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    const unknown = `nobody-${randomUUID()}@blueemailserver.com`
    const subject = fresh('refused')
    const draft = { ...(await brian.newDraft()), subject, to: [john.recipient, { name: '', address: unknown }] }
    const answer = await send(brian, draft)
    expect(answer.status).toBe(422)
    expect(answer.json).toMatchObject({ code: 'recipient-refused', detail: expect.stringContaining(`${unknown}: 550`) })
    expect((await send(brian, { ...draft, to: [john.recipient] })).status).toBe(200)
    await waitForMessage(john.account, subject)
    expect((await messagesIn(john.account)).filter((mail) => mail.subject === subject)).toHaveLength(1)
  })

  test('because of an address names it', async () => {
    const brian = await person('blue')
    const draft = await brian.newDraft()
    const refusals: [address: string, code: string][] = [
      ['"x@gmail.com x"@internal.example', 'invalid-address'],
      ['a@b.example\r\nRCPT TO:<c@d.example>', 'invalid-address'],
      ['a@b.example, c@d.example', 'invalid-address'],
      ['jörg@example.com', 'smtputf8-unsupported'],
    ]
    for (const [address, code] of refusals) {
      const answer = await send(brian, { ...draft, to: [{ name: '', address }] })
      expect(answer.status).toBe(422)
      expect(answer.json).toMatchObject({ code, detail: address })
    }
    expect((await send(brian, { ...draft, to: [] })).json).toMatchObject({ code: 'invalid-address' })
  })

  test('because of a line end in a header is refused', async () => {
    const brian = await person('blue')
    const draft = { ...(await brian.newDraft()), to: [brian.recipient] }
    for (const bad of ['\r\n', '\n', '\r', '\0', '\u2028']) {
      const inSubject = await send(brian, { ...draft, subject: `a${bad}Bcc: victim@redemailserver.com` })
      const inName = await send(brian, { ...draft, to: [{ ...brian.recipient, name: `a${bad}Bcc: x@y.example` }] })
      expect([inSubject.status, inName.status]).toEqual([400, 422])
    }
  })

  test('because it is too large is refused before anything is sent', async () => {
    const brian = await person('blue')
    const half = await brian.upload('half.bin', 'application/octet-stream', Buffer.alloc(20_000_000))
    const attachments = [half, half].map((upload) => ({ ...upload, contentId: null }))
    const answer = await send(brian, { ...(await brian.newDraft()), to: [brian.recipient], attachments })
    expect(answer.status).toBe(413)
  })
})

describe('a full mailbox', () => {
  // from the start: a session keeps the quota it was opened with, and signing in opens some
  const small = () => person('blue', undefined, 2_000n)
  const fill = async (who: Person) => {
    const draft = { ...(await who.newDraft()), format: 'text' as const, text: 'x'.repeat(5_000) }
    return { ...draft, subject: fresh('full') }
  }

  test('refuses a draft and says why', async () => {
    const brian = await small()
    const answer = await ask('PUT', '/api/drafts', {
      cookie: brian.cookie,
      json: { draft: await fill(brian), saved: null },
    })
    expect(answer.status).toBe(507)
    expect(answer.json).toMatchObject({ code: 'quota-exceeded' })
  })

  test('does not keep a message from leaving; it is told that no copy could be kept', async () => {
    const [brian, john] = [await small(), await person('red')]
    const draft = { ...(await fill(brian)), to: [john.recipient] }
    expect((await send(brian, draft)).json).toEqual({ messageId: draft.messageId, copy: null, held: null })
    expect((await send(brian, draft)).json).toEqual({ messageId: draft.messageId, copy: null, held: null })
    await waitForMessage(john.account, draft.subject)
    const last = fresh('last')
    await sendTo(await person('blue'), john, { subject: last })
    expect((await messagesIn(john.account)).filter((mail) => mail.subject === draft.subject)).toHaveLength(1)
  })
})

describe('a draft', () => {
  test('is one message in Drafts, whatever was saved before, and opens as it was', async () => {
    const brian = await person('blue')
    const bytes = randomBytes(50_000)
    const file = { ...(await brian.upload('ü.bin', 'application/octet-stream', bytes)), contentId: null }
    const picture = { ...(await brian.upload('p.png', 'image/png', bytes)), contentId: 'p1' }
    const draft: Draft = {
      ...(await brian.newDraft()),
      to: [
        { name: 'Jörg, "J"', address: 'a@b.example' },
        { name: '', address: 'half typed' },
      ],
      bcc: [{ name: '', address: 'secret@b.example' }],
      subject: fresh('Entwurf ü'),
      html: '<p>Hello <img src="cid:p1"></p>',
      quote: { html: '<blockquote>quoted <b>text</b></blockquote>', text: 'quoted text' },
      attachments: [file, picture],
    }
    const first = await brian.call<DraftSaved>('PUT', '/api/drafts', { draft, saved: null })
    await brian.call<DraftSaved>('PUT', '/api/drafts', { draft, saved: null })
    const last = await brian.call<DraftSaved>('PUT', '/api/drafts', { draft, saved: first.saved })
    const list = await brian.call<ThreadWindow>('GET', '/api/threads?mailbox=drafts')
    expect(list.rows.map(({ ref }) => ref)).toEqual([last.saved])
    expect(list.rows[0]?.flags).toMatchObject({ draft: true, seen: true })

    const opened = await start(brian, 'edit', last.saved)
    expect(opened.saved).toEqual(last.saved)
    expect(opened.draft).toMatchObject({ ...draft, quote: { html: draft.quote?.html }, attachments: expect.anything() })
    expect(opened.draft.attachments.map(({ name, size, contentId }) => [name, size, contentId]).sort()).toEqual([
      ['p.png', 50_000, 'p1'],
      ['ü.bin', 50_000, null],
    ])
    const sent = await brian.call<MessageSent>('POST', '/api/send', {
      draft: { ...opened.draft, to: [brian.recipient], bcc: [] },
      saved: opened.saved,
    })
    expect(sent.messageId).toBe(draft.messageId)
    const mail = await waitForMessage(brian.account, draft.subject)
    expect(files(mail).map(([, digest]) => digest)).toEqual([hash(bytes), hash(bytes)])
    expect(mail.headers.has('x-waypost-draft')).toBe(false)
    expect((await brian.call<ThreadWindow>('GET', '/api/threads?mailbox=drafts')).total).toBe(0)
  })

  test('in plain text keeps its quote apart', async () => {
    const brian = await person('blue')
    const draft: Draft = {
      ...(await brian.newDraft()),
      format: 'text',
      text: 'My answer\n\n  indented and a line that is longer than the seventy-six characters of format=flowed',
      quote: { html: '<p>x</p>', text: 'On Monday, John wrote:\n> first\n>\n> second' },
    }
    const { saved } = await brian.call<DraftSaved>('PUT', '/api/drafts', { draft, saved: null })
    const opened = (await start(brian, 'edit', saved)).draft
    expect(opened).toMatchObject({ format: 'text', text: draft.text, quote: { text: draft.quote?.text } })
  })
})

describe('an answer', () => {
  test('goes back with its references, its quote and nothing that runs, and marks the original', async () => {
    const [brian, john] = [await person('blue', 'brian'), await person('red', 'john')]
    const subject = fresh('Question')
    const mail = await sendTo(brian, john, { subject, html: '<p>How <i>are</i> you?</p>' })
    const row = await rowOf(john, 'inbox', subject)
    if (!row) throw new Error('the message is not in the list')
    const { draft } = await start(john, 'reply', row.ref)
    expect(draft).toMatchObject({ to: [brian.recipient], subject: `Re: ${subject}`, inReplyTo: mail.messageId })
    expect(draft.quote?.html).toContain('<p>How <i>are</i> you?</p>')
    const answer = await sendTo(john, brian, { ...draft, html: '<p>Well!</p>' })
    expect(answer.inReplyTo).toBe(mail.messageId)
    expect([answer.references].flat()).toEqual([mail.messageId])
    expect(answer.text).toContain('Well!')
    expect(answer.text).toMatch(/^> How are you\?/m)
    expect((await rowOf(john, 'inbox', subject))?.flags.answered).toBe(true)
  })

  test('quotes hostile mail without what is hostile in it', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    const subject = fresh('hostile')
    await sendTo(brian, john, {
      subject,
      format: 'text',
      text: '<img src=x onerror=alert(1)><script>alert(1)</script>',
    })
    const row = await rowOf(john, 'inbox', subject)
    if (!row) throw new Error('the message is not in the list')
    for (const kind of ['reply', 'forward']) {
      const { draft } = await start(john, kind, row.ref)
      expect(draft.quote?.html).not.toMatch(/<script|<img/)
    }
  })

  test('passed on takes the files along, byte for byte', async () => {
    const [brian, john, maria] = [await person('blue'), await person('red'), await person('blue', 'maria')]
    const bytes = randomBytes(700_000)
    const attachments = [{ ...(await brian.upload('資料.pdf', 'application/pdf', bytes)), contentId: null }]
    const subject = fresh('files')
    await sendTo(brian, john, { subject, attachments })
    const row = await rowOf(john, 'inbox', subject)
    if (!row) throw new Error('the message is not in the list')
    const { draft } = await start(john, 'forward', row.ref)
    const mail = await sendTo(john, maria, { ...draft, to: [maria.recipient] })
    expect(mail.subject).toBe(`Fwd: ${subject}`)
    expect(files(mail)).toEqual([['資料.pdf', hash(bytes)]])
    expect((await rowOf(john, 'inbox', subject))?.flags.forwarded).toBe(true)
  })
})

test('people one has written to are offered, best first, with their names', async () => {
  const [brian, john] = [await person('blue'), await person('red', 'johannes')]
  await sendTo(brian, john, { subject: fresh('contact') })
  const { contacts } = await brian.call<ContactList>('GET', '/api/contacts?q=johann')
  expect(contacts[0]).toEqual(john.recipient)
})
