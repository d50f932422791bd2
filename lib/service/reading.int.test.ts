import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAccount } from '@/e2e/accounts'
import type { SignedIn } from '@/lib/auth/signed-in'
import type { LiveEvent } from '@/lib/contract/events'
import type { MessageRef } from '@/lib/contract/messages'
import { db } from '@/lib/db/client'
import { executeRaw } from '@/lib/mail/imap/execute-raw'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { storeFlag } from '@/lib/mail/imap/store-flag'
import { applyChanges } from '@/lib/service/apply-changes'
import { listMailboxesOf } from '@/lib/service/list-mailboxes'
import { listThreads } from '@/lib/service/list-threads'
import { watchAccount } from '@/lib/service/live-events'
import { messageBody } from '@/lib/service/message-body'
import { messagePart } from '@/lib/service/message-part'
import { parseMessageId } from '@/lib/service/message-ref'
import { messageSource } from '@/lib/service/message-source'
import { messageZip } from '@/lib/service/message-zip'
import { readMessage } from '@/lib/service/read-message'
import { removeMessages } from '@/lib/service/remove-messages'
import { closeConnections, withConnection, withMailbox } from '@/lib/service/with-mailbox'

async function freshAccount(): Promise<SignedIn> {
  const { address, displayName } = await createAccount('blue', 'reader')
  const account = await db().account.findUniqueOrThrow({
    where: { address },
    include: { domain: { include: { host: true } } },
  })
  return { accountId: account.id, address, displayName, admin: false, sessionId: 'none', host: account.domain.host }
}

const append = (account: SignedIn, raw: string | Buffer, mailbox = 'INBOX') =>
  withConnection(account, (connection) => connection.append(mailbox, raw))

const listed = async (account: SignedIn, mailbox = 'inbox') =>
  (await listThreads(account, { mailbox, mode: 'messages', offset: 0, limit: 50 })).rows

async function newest(account: SignedIn): Promise<MessageRef> {
  const [row] = await listed(account)
  if (row === undefined) throw new Error('the inbox is empty')
  return row.ref
}

async function bytesOf(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of source) pieces.push(piece)
  return Buffer.concat(pieces)
}

const plain = (subject: string, text = 'hello') =>
  `From: Ann <ann@example.net>\r\nTo: me@example.org\r\nSubject: ${subject}\r\nDate: Mon, 2 Feb 2026 10:00:00 +0100\r\n\r\n${text}\r\n`

const lines64 = (bytes: Buffer) => bytes.toString('base64').replace(/(.{76})/g, '$1\r\n')

function withFile(bytes: Buffer, name: string): string {
  const head =
    'From: a@example.net\r\nSubject: file\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n'
  const text =
    '--b\r\nContent-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=F0=D2=C9=D7=C5=D4\r\n'
  const file = `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name)}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines64(bytes)}\r\n`
  return `${head}\r\n${text}${file}${file}--b--\r\n`
}

describe('reading on a real mail host', () => {
  let account: SignedIn
  beforeAll(async () => {
    account = await freshAccount()
  })

  it('lists the standard mailboxes once each, with a quota', async () => {
    const { mailboxes, quota } = await listMailboxesOf(account)
    const roles = ['inbox', 'starred', 'snoozed', 'sent', 'drafts', 'scheduled', 'all', 'archive', 'spam', 'trash']
    expect(mailboxes.map(({ id }) => id)).toEqual(roles)
    expect(quota?.limitBytes).toBeGreaterThan(0)
  })

  it('tells how full the mailbox is, to the message', async () => {
    const own = await freshAccount()
    const used = async () => (await listMailboxesOf(own)).quota?.usedBytes ?? -1
    expect(await used()).toBe(0)
    await append(own, plain('large', 'x'.repeat(300_000)), 'Archive')
    // IMAP counts in units of 1,024 bytes (RFC 9208)
    expect(Math.abs((await used()) - 300_000)).toBeLessThan(2048)
    await append(own, plain('small', 'x'.repeat(10_000)), 'Archive')
    await withMailbox(own, 'Archive', (connection) => connection.messageMove('1', 'Trash'))
    expect(Math.abs((await used()) - 310_000)).toBeLessThan(3072)
    await withMailbox(own, 'Trash', (connection) => connection.messageDelete('1:*'))
    expect(Math.abs((await used()) - 10_000)).toBeLessThan(2048)
    // another one keeps the sums right, and is nobody's business (docs/decisions/0026)
    const shown: string[] = []
    await withConnection(own, (connection) =>
      executeRaw(connection, 'GETQUOTAROOT', ['INBOX'], ({ payload }) => {
        if (payload.toString().startsWith('* QUOTA ')) shown.push(payload.toString())
        return false
      }),
    )
    expect(shown).toHaveLength(1)
  })

  it('lists newest first in windows and tells neighbours', async () => {
    const own = await freshAccount()
    for (const subject of ['one', 'two', 'three']) await append(own, plain(subject))
    const window = await listThreads(own, { mailbox: 'inbox', mode: 'messages', offset: 1, limit: 1 })
    expect(window).toMatchObject({ total: 3, unread: 3, offset: 1 })
    expect(window.rows.map(({ subject }) => subject)).toEqual(['two'])
    const [three, two, one] = (await listed(own)).map(({ ref }) => ref)
    const message = await readMessage(own, two ?? (await newest(own)))
    expect(message).toMatchObject({ newer: three, older: one, date: '2026-02-02T09:00:00.000Z' })
    expect(await listThreads(own, { mailbox: 'inbox', mode: 'messages', offset: 99, limit: 50 })).toMatchObject({
      total: 3,
      rows: [],
    })
  })

  it('gives attachments back byte for byte, alone and in an archive', async () => {
    const bytes = randomBytes(3_000_001)
    await append(account, withFile(bytes, '資料 😀.bin'))
    const ref = await newest(account)
    const message = await readMessage(account, ref)
    expect(message.body.shown?.html).toContain('Привет')
    expect(message.attachments.map(({ name }) => name)).toEqual(['資料 😀.bin', '資料 😀.bin'])
    const file = await messagePart(account, ref, message.attachments[0]?.part ?? '')
    expect((await bytesOf(file.bytes)).equals(bytes)).toBe(true)
    const archive = await bytesOf((await messageZip(account, ref)).bytes)
    expect(archive.subarray(0, 2).toString()).toBe('PK')
    expect(archive.includes(Buffer.from('資料 😀 (2).bin'))).toBe(true)
  })

  it('gives the original byte for byte', async () => {
    const raw = plain('original', 'Grüße')
    await append(account, raw)
    const source = await bytesOf((await messageSource(account, await newest(account))).bytes)
    expect(source.toString()).toBe(raw)
  })

  it('shows no script and no remote picture of an HTML message', async () => {
    const html = '<script>x</script><img src="https://tracker.example/x"><p onclick=x>words</p>'
    await append(account, `Message-ID: <h@example.net>\r\nSubject: h\r\nContent-Type: text/html\r\n\r\n${html}\r\n`)
    const ref = await newest(account)
    expect((await readMessage(account, ref)).body).toMatchObject({ kind: 'html', hasRemoteContent: true })
    const body = await messageBody(account, ref, { theme: 'light', images: false })
    expect(body.html).toContain('<p>words</p>')
    expect(body.html).not.toContain('tracker.example')
    expect(body.html.match(/<script/g)).toHaveLength(1)
  })

  it('undoes exactly what was changed', async () => {
    const own = await freshAccount()
    for (const subject of ['one', 'two']) await append(own, plain(subject))
    const refs = (await listed(own)).map(({ ref }) => ref)
    const flag = { kind: 'flag' as const, flag: 'seen' as const, value: true }
    await applyChanges(own, [{ ...flag, refs: refs.slice(0, 1) }])
    const second = await applyChanges(own, [{ ...flag, refs }])
    expect(second).toMatchObject({ changed: 1, opposite: [{ refs: refs.slice(1), value: false }] })
    const moved = await applyChanges(own, [{ kind: 'move', refs, to: 'archive' }])
    expect(await listed(own)).toEqual([])
    await applyChanges(own, moved.opposite)
    expect((await listed(own)).map(({ subject }) => subject).sort()).toEqual(['one', 'two'])
  })

  it('moves what is there and leaves out what is gone', async () => {
    const own = await freshAccount()
    for (const subject of ['one', 'two', 'three']) await append(own, plain(subject))
    const refs = (await listed(own)).map(({ ref }) => ref)
    const first = await applyChanges(own, [{ kind: 'move', refs: refs.slice(1, 2), to: 'archive' }])
    const rest = await applyChanges(own, [{ kind: 'move', refs, to: 'archive' }])
    expect(rest).toMatchObject({ changed: 2, moved: [{ from: refs[2] }, { from: refs[0] }] })
    expect(await applyChanges(own, [{ kind: 'move', refs, to: 'archive' }])).toMatchObject({ changed: 0, opposite: [] })
    const archived = (await listed(own, 'archive')).map(({ ref }) => ref.id).sort()
    expect([...first.moved, ...rest.moved].map(({ to }) => to.id).sort()).toEqual(archived)
  })

  it('takes what is told of other messages in between for no answer', async () => {
    const own = await freshAccount()
    for (const subject of ['one', 'two']) await append(own, plain(subject))
    const [two, one] = (await listed(own)).map(({ ref }) => parseMessageId(ref.id).uid)
    await withMailbox(own, 'INBOX', async (connection) => {
      await withMailbox(own, 'INBOX', (other) => storeFlag(other, [one ?? 0, two ?? 0], '\\Flagged', true))
      const found = await fetchItems(connection, String(two), ['UID', 'ENVELOPE'], 'uid')
      expect(found.map(({ uid, envelope }) => [uid, envelope?.subject])).toEqual([[two, 'two']])
    })
  })

  it('shows starred messages where they really are', async () => {
    const own = await freshAccount()
    await append(own, plain('star'))
    const ref = await newest(own)
    await applyChanges(own, [{ kind: 'flag', refs: [ref], flag: 'flagged', value: true }])
    expect((await listed(own, 'starred')).map((row) => row.ref)).toEqual([ref])
    expect((await listed(own, 'all')).map((row) => row.ref)).toEqual([ref])
  })

  it('removes for good only from Trash, Spam and Drafts', async () => {
    const own = await freshAccount()
    await append(own, plain('gone'))
    const ref = await newest(own)
    await expect(removeMessages(own, [ref])).rejects.toMatchObject({ code: 'forbidden' })
    const { moved } = await applyChanges(own, [{ kind: 'move', refs: [ref], to: 'trash' }])
    expect(
      await removeMessages(
        own,
        moved.map(({ to }) => to),
      ),
    ).toEqual({ removed: 1 })
  })

  it('says that a message is gone', async () => {
    const { mailbox, id } = await newest(account)
    const [uidValidity] = id.split('-')
    const gone = { code: 'message-gone' }
    await expect(readMessage(account, { mailbox, id: `${uidValidity}-4000000` })).rejects.toMatchObject(gone)
    await expect(readMessage(account, { mailbox, id: '1-1' })).rejects.toMatchObject(gone)
    await expect(
      listThreads(account, { mailbox: 'f-unknown0', mode: 'messages', offset: 0, limit: 1 }),
    ).rejects.toMatchObject({
      code: 'mailbox-not-found',
    })
  })

  it('tells of new mail within three seconds', async () => {
    const own = await freshAccount()
    let arrived = (_: number) => {}
    const arrival = new Promise<number>((resolve) => {
      arrived = resolve
    })
    await new Promise<void>((ready) => {
      watchAccount(own, (event: LiveEvent) => {
        if (event.type === 'ready') ready()
        if (event.type !== 'mailboxes') return
        const inbox = event.changes.find(({ mailbox }) => mailbox === 'inbox')
        if (inbox?.arrived && inbox.unread === 1) arrived(performance.now())
      })
    })
    // signing in is no part of these seconds
    await withConnection(own, (connection) => connection.noop())
    const sent = performance.now()
    await append(own, plain('new'))
    expect((await arrival) - sent).toBeLessThan(3_000)
  })

  it('opens new connections after all were closed', async () => {
    closeConnections(account.address)
    expect((await listed(account)).length).toBeGreaterThan(0)
  })

  it.each([
    ['1,000 nested parts', deep(1_000)],
    ['10,000 parts', wide(10_000)],
    ['a header of 1 MB', `Subject: ${'x'.repeat(1_000_000)}\r\nTo: ${'a@b, '.repeat(20_000)}c@d\r\n\r\nhi\r\n`],
    ['a lying charset and NUL', 'Subject: c\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nx\u0001y\r\n'],
  ])('answers in bounded time to %s', async (_, raw) => {
    const own = await freshAccount()
    await append(own, raw)
    const started = performance.now()
    const ref = await newest(own)
    await readMessage(own, ref)
    await messageBody(own, ref, { theme: 'light', images: false })
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

function deep(levels: number): string {
  let raw = 'Content-Type: text/plain\r\n\r\ninnermost\r\n'
  for (let level = 0; level < levels; level += 1) {
    raw = `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n${raw}--b${level}--\r\n`
  }
  return `Subject: deep\r\nMIME-Version: 1.0\r\n${raw}`
}

function wide(parts: number): string {
  const part = '--w\r\nContent-Type: image/png; name=x.png\r\n\r\nx\r\n'
  return `Subject: wide\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=w\r\n\r\n${part.repeat(parts)}--w--\r\n`
}
