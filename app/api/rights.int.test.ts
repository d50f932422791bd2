import { describe, expect, test } from 'vitest'
import { append } from '@/e2e/deliver'
import { ask, person } from '@/e2e/web-client'
import type { BulkList, BulkState } from '@/lib/contract/bulk'
import type { Contact } from '@/lib/contract/contacts'
import type { MessageSent } from '@/lib/contract/drafts'
import { emptyDraft } from '@/lib/contract/empty-draft'
import { noFilters } from '@/lib/contract/no-filters'
import type { Outbox } from '@/lib/contract/outbox'
import type { ThreadWindow } from '@/lib/contract/threads'

const message = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: secret\r\n\r\nsecret\r\n'
const ref = { mailbox: 'inbox', id: '1-1' }
const draft = {
  ...emptyDraft('<x@blueemailserver.com>'),
  to: [{ name: '', address: 'nobody@blueemailserver.com' }],
  format: 'text',
}

/** Every door behind the sign-in. */
const doors: [method: string, path: string, json?: unknown][] = [
  ['GET', '/api/session'],
  ['GET', '/api/sessions'],
  ['DELETE', `/api/sessions/${'a'.repeat(43)}`],
  ['GET', '/api/mailboxes'],
  ['GET', '/api/threads?mailbox=inbox'],
  ['GET', '/api/threads/inbox/1-1?listed=inbox'],
  ['GET', '/api/messages/inbox/1-1'],
  ['GET', '/api/messages/inbox/1-1/body'],
  ['GET', '/api/body-frame'],
  ['GET', '/api/messages/inbox/1-1/parts/1'],
  ['GET', '/api/messages/inbox/1-1/zip'],
  ['GET', '/api/messages/inbox/1-1/source'],
  ['GET', '/api/messages/inbox/1-1/eml'],
  ['GET', '/api/messages/inbox/1-1/print'],
  ['GET', '/api/messages/inbox/1-1/delivery'],
  ['POST', '/api/messages/inbox/1-1/delivery', { recipient: 'a@b.example', command: 'stop' }],
  ['GET', '/api/messages/inbox/1-1/bounce'],
  ['GET', '/api/messages/inbox/1-1/origin'],
  ['GET', '/api/messages/inbox/1-1/receipt'],
  ['POST', '/api/messages/inbox/1-1/receipt', { send: true }],
  ['GET', '/api/attempts'],
  ['POST', '/api/delivery/states', { refs: [ref] }],
  ['POST', '/api/messages/changes', { changes: [{ kind: 'flag', refs: [ref], flag: 'seen', value: true }] }],
  ['POST', '/api/messages/remove', { refs: [ref] }],
  ['GET', '/api/events'],
  ['POST', '/api/drafts/start', { kind: 'new' }],
  ['PUT', '/api/drafts', { draft, saved: null }],
  ['POST', '/api/send', { draft, saved: null }],
  ['GET', '/api/outbox'],
  ['DELETE', '/api/outbox/00000000-0000-4000-8000-000000000000'],
  ['POST', '/api/outbox/00000000-0000-4000-8000-000000000000/send'],
  ['POST', '/api/uploads'],
  ['GET', `/api/uploads/00000000-0000-4000-8000-000000000000`],
  ['DELETE', `/api/uploads/00000000-0000-4000-8000-000000000000`],
  ['GET', '/api/contacts?q='],
  ['GET', '/api/contacts/book'],
  ['POST', '/api/contacts/book', { name: 'x', addresses: [] }],
  ['GET', '/api/contacts/book/00000000-0000-4000-8000-000000000000'],
  ['PUT', '/api/contacts/book/00000000-0000-4000-8000-000000000000', { name: 'x', addresses: [] }],
  ['GET', '/api/contacts/lookup?address=x%40blueemailserver.com'],
  ['POST', '/api/contacts/remove', { ids: ['00000000-0000-4000-8000-000000000000'] }],
  ['POST', '/api/contacts/import', {}],
  ['PUT', '/api/contacts/import', {}],
  ['POST', '/api/contacts/export', {}],
  ['GET', '/api/contact-groups'],
  ['POST', '/api/contact-groups', { name: 'x' }],
  ['PUT', '/api/contact-groups/00000000-0000-4000-8000-000000000000', { name: 'x' }],
  ['DELETE', '/api/contact-groups/00000000-0000-4000-8000-000000000000'],
  ['GET', '/api/contact-groups/00000000-0000-4000-8000-000000000000/members'],
  ['POST', '/api/contact-groups/00000000-0000-4000-8000-000000000000/members', {}],
  ['GET', '/api/identities'],
  ['POST', '/api/recipients/check', { addresses: ['x@blueemailserver.com'] }],
  ['POST', '/api/messages/inbox/1-1/unsubscribe', {}],
  ['GET', '/api/filters'],
  ['PUT', '/api/filters', { set: noFilters, replace: true }],
  ['GET', '/api/filters/forwarding'],
  ['PUT', '/api/identities/x%40blueemailserver.com', { name: '', replyTo: '', signature: '', isDefault: false }],
  ['DELETE', '/api/identities/x%40blueemailserver.com'],
  ['GET', '/api/templates'],
  ['POST', '/api/templates', { name: 'x', subject: '', html: 'x' }],
  ['GET', '/api/templates/00000000-0000-4000-8000-000000000000'],
  ['PUT', '/api/templates/00000000-0000-4000-8000-000000000000', { name: 'x', subject: '', html: 'x' }],
  ['DELETE', '/api/templates/00000000-0000-4000-8000-000000000000'],
  ['GET', '/api/search?q=words'],
  ['GET', '/api/preferences'],
  ['PUT', '/api/preferences', { density: 'compact' }],
  ['GET', '/api/saved-searches'],
  ['POST', '/api/saved-searches', { name: 'x', query: 'y' }],
  ['PUT', '/api/saved-searches', { ids: [] }],
  ['PUT', '/api/saved-searches/00000000-0000-4000-8000-000000000000', { name: 'x', query: 'y' }],
  ['DELETE', '/api/saved-searches/00000000-0000-4000-8000-000000000000'],
  ['GET', '/api/labels'],
  ['POST', '/api/labels', { name: 'x' }],
  ['PUT', '/api/labels/l-AAAAAAAAAAAAAAAA', { name: 'x' }],
  ['DELETE', '/api/labels/l-AAAAAAAAAAAAAAAA'],
  ['POST', '/api/folders', { name: 'x', parent: null }],
  ['PUT', '/api/folders/f-AAAAAAAAAAAAAAAA', { name: 'x' }],
  ['DELETE', '/api/folders/f-AAAAAAAAAAAAAAAA'],
  ['GET', '/api/admin/queue'],
  ['POST', '/api/admin/queue', { queue: 'blue', verb: 'delete', queueIds: ['4jZ1mG5ZytzNRWB'] }],
  ['GET', '/api/admin/deliveries?q='],
  ['GET', '/api/demo/system'],
  ['PUT', '/api/demo/faults', { name: 'slow', on: false }],
  ['GET', '/api/timed'],
  ['POST', '/api/snooze', { conversations: [[ref]], until: '2099-01-01T00:00:00.000Z' }],
  ['DELETE', '/api/snooze', { refs: [ref] }],
  ['PUT', '/api/follow-ups', { messageId: '<x@blueemailserver.com>', due: null }],
  ['GET', '/api/bulk'],
  ['POST', '/api/bulk', { scope: { kind: 'list', mailbox: 'inbox' }, change: { kind: 'archive' } }],
  ['DELETE', '/api/bulk/00000000-0000-4000-8000-000000000000'],
  ['POST', '/api/bulk/00000000-0000-4000-8000-000000000000/undo'],
]

const tricks = {
  'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
  'x-middleware-subrequest-id': 'x',
  'x-waypost-client': '127.0.0.1',
  'x-original-url': '/sign-in',
}

const foreign: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
]

describe.each(doors)('%s %s', (method, path, json) => {
  test('is shut to nobody, to a forged cookie and to headers that skip checks', async () => {
    for (const headers of [{}, tricks]) {
      for (const token of [undefined, 'x', 'eyJhbGciOiJub25lIn0.e30.']) {
        const cookie = token === undefined ? undefined : `next-auth.session-token=${token}`
        expect((await ask(method, path, { json, cookie, headers })).status).toBe(401)
      }
    }
  })

  test('is shut to a session that was signed out', async () => {
    const { cookie } = await person('blue')
    await ask('POST', '/api/sign-out', { cookie })
    expect((await ask(method, path, { json, cookie })).status).toBe(401)
  })
})

describe.each(doors.filter(([method]) => method !== 'GET'))('%s %s', (method, path, json) => {
  test('does nothing for another site', async () => {
    const { cookie } = await person('blue')
    for (const headers of foreign) expect((await ask(method, path, { json, cookie, headers })).status).toBe(403)
  })
})

test('only an admin may break the demo', async () => {
  const { cookie } = await person('blue')
  expect((await ask('PUT', '/api/demo/faults', { cookie, json: { name: 'slow', on: true } })).status).toBe(403)
})

describe('what belongs to another account', () => {
  test('is not there: its messages', async () => {
    const [owner, other] = [await person('blue'), await person('blue')]
    await append(owner.account, message)
    const { rows } = await owner.call<ThreadWindow>('GET', '/api/threads?mailbox=inbox')
    const id = rows[0]?.ref.id
    expect((await ask('GET', `/api/messages/inbox/${id}`, { cookie: owner.cookie })).status).toBe(200)
    for (const part of ['', '/body', '/source', '/eml', '/print', '/zip']) {
      const answer = await ask('GET', `/api/messages/inbox/${id}${part}`, { cookie: other.cookie })
      expect(answer.status, part).toBe(404)
      expect(answer.bytes.toString()).not.toContain('secret')
    }
  })

  test('is not there: its uploads, to see, to remove or to send', async () => {
    const [owner, other] = [await person('blue'), await person('blue')]
    const upload = await owner.upload('p.png', 'image/png', Buffer.from('secret'))
    expect((await ask('GET', `/api/uploads/${upload.uploadId}`, { cookie: other.cookie })).status).toBe(404)
    expect((await ask('DELETE', `/api/uploads/${upload.uploadId}`, { cookie: other.cookie })).status).toBe(404)
    const stolen = { ...draft, attachments: [{ ...upload, contentId: null }] }
    for (const [method, path] of [
      ['PUT', '/api/drafts'],
      ['POST', '/api/send'],
    ] as const) {
      const answer = await ask(method, path, { cookie: other.cookie, json: { draft: stolen, saved: null } })
      expect(answer.json).toMatchObject({ code: 'upload-incomplete', detail: 'p.png' })
    }
    expect((await ask('GET', `/api/uploads/${upload.uploadId}`, { cookie: owner.cookie })).bytes.toString()).toBe(
      'secret',
    )
  })

  test('is not there: what it holds to be sent', async () => {
    const [owner, other] = [await person('blue'), await person('blue')]
    const held = { ...(await owner.newDraft()), to: [owner.recipient] }
    const sendAt = '2030-01-01T08:00:00.000Z'
    const sent = await owner.call<MessageSent>('POST', '/api/send', { draft: held, saved: null, sendAt })
    const id = sent.held?.id
    expect((await ask('DELETE', `/api/outbox/${id}`, { cookie: other.cookie })).status).toBe(404)
    expect((await ask('POST', `/api/outbox/${id}/send`, { cookie: other.cookie })).status).toBe(404)
    expect((await other.call<Outbox>('GET', '/api/outbox')).messages).toEqual([])
    expect((await owner.call<Outbox>('GET', '/api/outbox')).messages).toMatchObject([{ id, state: 'held', sendAt }])
  })

  test('is not there: its contacts and their groups, to see, to change or to take in', async () => {
    const [owner, other] = [await person('blue'), await person('blue')]
    const body = { name: 'Secret', addresses: ['secret@far.example'] }
    const { id } = await owner.call<Contact>('POST', '/api/contacts/book', body)
    const group = await owner.call<{ id: string }>('POST', '/api/contact-groups', { name: 'Secret' })
    const own = await other.call<{ id: string }>('POST', '/api/contact-groups', { name: 'Mine' })
    for (const [method, path, json] of [
      ['GET', `/api/contacts/book/${id}`],
      ['PUT', `/api/contacts/book/${id}`, body],
      ['PUT', `/api/contact-groups/${group.id}`, { name: 'x' }],
      ['DELETE', `/api/contact-groups/${group.id}`],
      ['POST', `/api/contact-groups/${group.id}/members`, {}],
    ] as const) {
      expect((await ask(method, path, { cookie: other.cookie, json })).status, `${method} ${path}`).toBe(404)
    }
    await other.call('POST', `/api/contact-groups/${own.id}/members`, { add: [id] })
    await other.call('POST', '/api/contacts/remove', { ids: [id] })
    for (const json of [{ ids: [id] }, { group: group.id }, { group: own.id }]) {
      const exported = await ask('POST', '/api/contacts/export', { cookie: other.cookie, json })
      expect(exported.bytes.toString()).toBe('')
    }
    const seen = [
      `/api/contacts/book?group=${group.id}`,
      `/api/contact-groups/${group.id}/members`,
      '/api/contacts?q=secret',
      '/api/contact-groups',
    ]
    for (const path of [
      ...seen,
      '/api/contacts/lookup?address=secret%40far.example',
      `/api/contacts/book?group=${own.id}`,
    ]) {
      expect(JSON.stringify(await other.call('GET', path)), path).not.toMatch(/secret/i)
    }
    expect(await owner.call<Contact>('GET', `/api/contacts/book/${id}`)).toMatchObject({ name: 'Secret', groups: [] })
  })

  test('is not there: its work on everything that matches', async () => {
    const [owner, other] = [await person('blue'), await person('blue')]
    await append(owner.account, message)
    const body = { scope: { kind: 'list', mailbox: 'inbox' }, change: { kind: 'read' } }
    const { id } = await owner.call<BulkState>('POST', '/api/bulk', body)
    expect((await ask('DELETE', `/api/bulk/${id}`, { cookie: other.cookie })).status).toBe(404)
    expect((await ask('POST', `/api/bulk/${id}/undo`, { cookie: other.cookie })).status).toBe(404)
    expect((await other.call<BulkList>('GET', '/api/bulk')).actions).toEqual([])
  })
})
