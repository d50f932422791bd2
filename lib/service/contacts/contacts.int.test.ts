import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { append } from '@/e2e/deliver'
import { until } from '@/e2e/timed'
import { ask, person } from '@/e2e/web-client'
import type {
  Contact,
  ContactBody,
  ContactGroupList,
  ContactList,
  ContactsRemoved,
  ContactWindow,
} from '@/lib/contract/contacts'
import type { Draft } from '@/lib/contract/drafts'
import { findMailAccount } from '@/lib/db/accounts'
import { db } from '@/lib/db/client'
import { completeAddress } from '@/lib/db/contacts/complete'
import { forgetRemovedBefore } from '@/lib/db/contacts/removed'
import { createContacts } from '@/lib/db/contacts/save'
import { changeContacts } from '@/lib/db/contacts/write'

type Person = Awaited<ReturnType<typeof person>>

const complete = (who: Person, q: string) => who.call<ContactList>('GET', `/api/contacts?q=${encodeURIComponent(q)}`)
const offered = async (who: Person, q: string) => (await complete(who, q)).contacts.map(({ address }) => address)
const book = async (who: Person, query = '') => who.call<ContactWindow>('GET', `/api/contacts/book?${query}`)
const add = (who: Person, body: Partial<ContactBody>) =>
  who.call<Contact>('POST', '/api/contacts/book', { name: '', addresses: [], ...body })
const read = (who: Person, id: string | undefined) => who.call<Contact>('GET', `/api/contacts/book/${id}`)
const refused = async (who: Person, method: string, path: string, json: unknown) => {
  const answer = await ask(method, path, { cookie: who.cookie, json })
  return [answer.status, answer.json]
}

async function send(from: Person, parts: Partial<Draft>): Promise<void> {
  const draft = {
    ...(await from.newDraft()),
    subject: `contacts ${randomUUID()}`,
    format: 'text',
    text: 'words',
    ...parts,
  }
  await from.call('POST', '/api/send', { draft, saved: null })
}

const listed = async (who: Person) => (await book(who)).contacts.map(({ address }) => address)
const learned = (who: Person, address: string) =>
  until(
    () => listed(who),
    (all) => all.includes(address),
  )

const old = (to: string, id: string) =>
  `From: me@blueemailserver.com\r\nTo: ${to}\r\nDate: Tue, 3 Nov 2026 10:00:00 +0000\r\nSubject: ${id}\r\nMessage-ID: <${id}@x.example>\r\n\r\nwords\r\n`

describe('contacts learned', () => {
  test('are whom a message that left went to, with the names it named them by, and how often', async () => {
    const [brian, john] = [await person('blue'), await person('red', 'john')]
    const [maria, hidden] = [await person('red'), await person('red')]
    expect(await listed(brian)).toEqual([])
    const parts = { to: [{ name: 'Johnny', address: john.account.address }], cc: [maria.recipient] }
    await send(brian, { ...parts, bcc: [{ name: '', address: hidden.account.address }] })
    await learned(brian, john.account.address)
    expect((await listed(brian)).toSorted()).toEqual(
      [john, maria, hidden].map(({ account }) => account.address).toSorted(),
    )
    await send(brian, { to: [john.recipient] })
    const id = (await book(brian, 'q=john')).contacts[0]?.id
    // the contact and its addresses are two queries: what is learned in between is seen in the second one only
    const contact = await until(
      () => read(brian, id),
      ({ name, addresses }) => name === 'John Test' && addresses[0]?.uses === 2,
    )
    expect(contact).toMatchObject({ name: 'John Test', addresses: [{ address: john.account.address, uses: 2 }] })
    expect(await offered(brian, 'red')).toContain(hidden.account.address)
  })

  test('come after the undo window, from the worker', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    await brian.call('PUT', '/api/preferences', { undoSeconds: 5 })
    await send(brian, { to: [john.recipient] })
    expect(await listed(brian)).toEqual([])
    await learned(brian, john.account.address)
  })

  test('are taken from what Sent held before, and from other programs, each message once', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    await append(brian.account, old('Ann Old <ann@far.example>, not an address', 'before'), 'Sent')
    expect(await listed(brian)).toEqual(['ann@far.example'])
    await append(brian.account, old('Ann New <ANN@far.example>, bert@far.example', 'elsewhere'), 'Sent')
    await send(brian, { to: [john.recipient] })
    const all = await learned(brian, john.account.address)
    expect(all.toSorted()).toEqual(['ann@far.example', 'bert@far.example', john.account.address].toSorted())
    const { contacts } = await book(brian, 'q=ann')
    expect(await read(brian, contacts[0]?.id)).toMatchObject({ name: 'Ann New', addresses: [{ uses: 2 }] })
  })

  test('that were removed do not come back by old mail, nor in completion, but by new mail', async () => {
    const [brian, john] = [await person('blue'), await person('red')]
    const { address } = john.account
    await append(brian.account, old(address, 'first'), 'Sent')
    await append(brian.account, `From: ${address}\r\nTo: x@y.example\r\nSubject: hi\r\n\r\nhi\r\n`)
    const { contacts } = await book(brian)
    expect(await brian.call('POST', '/api/contacts/remove', { ids: [contacts[0]?.id] })).toMatchObject({ removed: 1 })
    const { account: other } = await person('blue')
    await append(brian.account, old(address, 'second'), 'Sent')
    await send(brian, { to: [{ name: '', address: other.address }] })
    await learned(brian, other.address)
    expect(await listed(brian)).toEqual([other.address])
    expect(await offered(brian, address)).toEqual([])
    await send(brian, { to: [john.recipient] })
    await learned(brian, address)
    expect(await offered(brian, address)).toEqual([address])
  })

  test('keep the name a person gave them', async () => {
    const [brian, john] = [await person('blue'), await person('red', 'john')]
    await add(brian, { name: 'My John', addresses: [john.account.address] })
    await send(brian, { to: [john.recipient] })
    const { contacts } = await book(brian)
    await until(
      () => read(brian, contacts[0]?.id),
      ({ addresses }) => addresses[0]?.uses === 1,
    )
    expect((await book(brian)).contacts).toMatchObject([{ name: 'My John' }])
  })
})

describe('a contact', () => {
  test('is written, found by all it has, changed and removed', async () => {
    const brian = await person('blue')
    const made = await add(brian, {
      name: '  José\u202e  Núñez ',
      organisation: 'Wind & Wave',
      phones: ['+34 600 100 200', ''].filter(Boolean),
      note: 'likes\r\nboats\u0007',
      addresses: ['Jose@Far.Example', 'jose@far.example', 'jn@near.example'],
    })
    expect(made).toMatchObject({ name: 'José Núñez', note: 'likes\nboats', groups: [] })
    expect(made.addresses.map(({ address }) => address)).toEqual(['Jose@far.example', 'jn@near.example'])
    for (const q of ['nunez jos', 'wave', '600', 'near.ex']) {
      expect((await book(brian, `q=${encodeURIComponent(q)}`)).total, q).toBe(1)
    }
    expect((await book(brian, 'q=boats')).total).toBe(0)
    expect(await offered(brian, 'núñez jose')).toEqual(['Jose@far.example', 'jn@near.example'])
    const body = { name: 'Pepe', organisation: '', phones: [], note: '', addresses: ['jn@near.example'] }
    expect(await brian.call('PUT', `/api/contacts/book/${made.id}`, body)).toMatchObject({ name: 'Pepe' })
    expect(await offered(brian, 'jose')).toEqual([])
    expect(await brian.call('GET', '/api/contacts/lookup?address=JN%40near.example')).toEqual({ id: made.id })
    await brian.call('POST', '/api/contacts/remove', { ids: [made.id] })
    expect(await refused(brian, 'PUT', `/api/contacts/book/${made.id}`, body)).toMatchObject([404, {}])
    expect(await brian.call('GET', '/api/contacts/lookup?address=jn%40near.example')).toEqual({ id: null })
  })

  test('cannot have what is no address, what another has, or nothing at all', async () => {
    const brian = await person('blue')
    const { id } = await add(brian, { name: 'A', addresses: ['a@far.example'] })
    const b = await add(brian, { name: 'B', addresses: ['b@far.example'] })
    const bad = { name: 'x', addresses: ['x\r\nBcc: y@far.example'] }
    expect(await refused(brian, 'POST', '/api/contacts/book', bad)).toMatchObject([422, { code: 'invalid-address' }])
    const taken = { name: 'x', addresses: ['x@far.example', 'A@far.example'] }
    for (const [method, path] of [
      ['POST', '/api/contacts/book'],
      ['PUT', `/api/contacts/book/${b.id}`],
    ] as const) {
      const answer = await refused(brian, method, path, taken)
      expect(answer).toMatchObject([409, { code: 'contact-exists', detail: 'a@far.example' }])
    }
    const nothing = { name: ' ', addresses: [] }
    expect(await refused(brian, 'PUT', `/api/contacts/book/${id}`, nothing)).toMatchObject([422, {}])
    expect((await book(brian)).contacts.map(({ name }) => name)).toEqual(['A', 'B'])
  })
})

describe('contacts deleted', () => {
  const remove = (who: Person, ids: string[]) => who.call<ContactsRemoved>('POST', '/api/contacts/remove', { ids })
  const undo = (who: Person, id: string | null) => who.call('POST', '/api/contacts/restore', { undo: id })

  test('come back with all they had, once, and to nobody else', async () => {
    const [brian, john] = [await person('blue'), await person('red', 'john')]
    await send(brian, { to: [john.recipient] })
    await learned(brian, john.account.address)
    const used = (await book(brian)).contacts[0]?.id ?? ''
    const ann = await add(brian, { name: 'Ann', note: 'boats', addresses: ['ann@far.example', 'a@far.example'] })
    const group = await brian.call<{ id: string }>('POST', '/api/contact-groups', { name: 'Club' })
    await brian.call('POST', `/api/contact-groups/${group.id}/members`, { add: [used, ann.id] })
    const before = [await read(brian, used), await read(brian, ann.id)]
    const gone = await remove(brian, [used, ann.id, randomUUID()])
    expect(gone.removed).toBe(2)
    expect((await book(brian)).total).toBe(0)
    expect(await refused(john, 'POST', '/api/contacts/restore', { undo: gone.undo })).toMatchObject([404, {}])
    expect(await undo(brian, gone.undo)).toEqual({ restored: 2 })
    expect([await read(brian, used), await read(brian, ann.id)]).toEqual(before)
    expect(before[0]?.addresses[0]?.uses).toBe(1)
    expect(await offered(brian, 'ann')).toEqual(['ann@far.example', 'a@far.example'])
    expect(await refused(brian, 'POST', '/api/contacts/restore', { undo: gone.undo })).toMatchObject([404, {}])
    expect(await remove(brian, [randomUUID()])).toEqual({ removed: 0, undo: null })
  })

  test('leave an address to who has it by now, and a group that is gone', async () => {
    const brian = await person('blue')
    const ann = await add(brian, { name: 'Ann', addresses: ['ann@far.example', 'a@far.example'] })
    const bob = await add(brian, { name: 'Bob', addresses: ['bob@far.example'] })
    const group = await brian.call<{ id: string }>('POST', '/api/contact-groups', { name: 'Club' })
    await brian.call('POST', `/api/contact-groups/${group.id}/members`, { add: [ann.id] })
    const cid = await add(brian, { name: 'Cid', note: 'likes boats', addresses: ['cid@far.example'] })
    const gone = await remove(brian, [ann.id, bob.id, cid.id])
    await add(brian, { name: 'Other', addresses: ['ANN@far.example', 'bob@far.example', 'cid@far.example'] })
    await brian.call('DELETE', `/api/contact-groups/${group.id}`)
    expect(await undo(brian, gone.undo)).toEqual({ restored: 2 })
    expect((await book(brian)).contacts.map(({ name, address }) => [name, address])).toEqual([
      ['Ann', 'a@far.example'],
      ['Cid', ''],
      ['Other', 'ANN@far.example'],
    ])
  })

  test('are forgotten after a day', async () => {
    const brian = await person('blue')
    const { undo: id } = await remove(brian, [(await add(brian, { name: 'Ann', phones: ['1'] })).id])
    const kept = () => db().removedContacts.count({ where: { id: id ?? '' } })
    await forgetRemovedBefore(new Date(Date.now() - 60_000))
    expect(await kept()).toBe(1)
    await db().removedContacts.update({
      where: { id: id ?? '' },
      data: { removedAt: new Date(Date.now() - 25 * 60 * 60_000) },
    })
    await forgetRemovedBefore(new Date(Date.now() - 24 * 60 * 60_000))
    expect(await kept()).toBe(0)
  })
})

describe('a group', () => {
  test('is made, filled, written to, renamed and removed; its members stay', async () => {
    const brian = await person('blue')
    const ids: string[] = []
    for (const name of ['Zoe', 'Ann', 'Bob']) {
      ids.push((await add(brian, { name, addresses: [`${name}@far.example`, `${name}2@far.example`] })).id)
    }
    const phone = await add(brian, { name: 'No mail', phones: ['1'] })
    const { id } = await brian.call<{ id: string }>('POST', '/api/contact-groups', { name: 'Sailing Club' })
    expect((await complete(brian, 'club')).groups).toEqual([])
    await brian.call('POST', `/api/contact-groups/${id}/members`, { add: [...ids, phone.id, ids[0]] })
    await brian.call('POST', `/api/contact-groups/${id}/members`, { remove: [ids[2]] })
    const [group] = (await complete(brian, 'clu sail')).groups
    expect(group).toMatchObject({ id, name: 'Sailing Club' })
    expect(group?.members).toEqual([
      { name: 'Ann', address: 'Ann@far.example' },
      { name: 'Zoe', address: 'Zoe@far.example' },
    ])
    expect((await book(brian, `group=${id}`)).contacts.map(({ name }) => name)).toEqual(['Ann', 'No mail', 'Zoe'])
    expect(await read(brian, ids[0])).toMatchObject({ groups: [{ id, name: 'Sailing Club' }] })
    expect(await refused(brian, 'POST', '/api/contact-groups', { name: 'sailing CLUB' })).toMatchObject([
      409,
      { code: 'contact-group-exists' },
    ])
    await brian.call('PUT', `/api/contact-groups/${id}`, { name: 'SAILING club' })
    const groups = [{ id, name: 'SAILING club', members: 3 }]
    expect(await brian.call<ContactGroupList>('GET', '/api/contact-groups')).toEqual({ all: 4, groups })
    await brian.call('DELETE', `/api/contact-groups/${id}`)
    expect(await brian.call<ContactGroupList>('GET', '/api/contact-groups')).toEqual({ all: 4, groups: [] })
  })
})

describe('a vCard file', () => {
  const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')
  const file = async (who: Person, method: 'POST' | 'PUT', text: string | Buffer) => {
    const headers = { 'content-type': 'text/vcard' }
    return ask(method, '/api/contacts/import', { cookie: who.cookie, bytes: Buffer.from(text), headers })
  }
  const exported = async (who: Person, json: object = {}) => {
    const answer = await ask('POST', '/api/contacts/export', { cookie: who.cookie, json })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/vcard'])
    return answer.bytes.toString()
  }

  test('is looked at first and imported then: new, changed and refused', async () => {
    const brian = await person('blue')
    await add(brian, { name: 'Ann', addresses: ['ann@far.example'] })
    const text =
      card('FN:Ann S', 'EMAIL:ann@far.example', 'TEL:1', 'CATEGORIES:Club') +
      card('FN:Bob <b>', 'EMAIL:bob@far.example', 'EMAIL:nonsense', 'CATEGORIES:club')
    const preview = {
      created: { count: 1, some: [{ line: 8, name: 'Bob <b>', gains: ['bob@far.example'] }] },
      changed: { count: 1, some: [{ line: 1, name: 'Ann', gains: ['1', 'Club'] }] },
      same: 0,
      refused: { count: 1, some: [{ line: 8, reason: 'address', text: 'nonsense' }] },
    }
    expect((await file(brian, 'POST', text)).json).toEqual(preview)
    expect(await listed(brian)).toEqual(['ann@far.example'])
    expect((await file(brian, 'PUT', text)).json).toEqual(preview)
    expect(await listed(brian)).toEqual(['ann@far.example', 'bob@far.example'])
    const { groups } = await brian.call<ContactGroupList>('GET', '/api/contact-groups')
    expect(groups).toMatchObject([{ members: 2 }])
    expect((await file(brian, 'POST', text)).json).toMatchObject({
      created: { count: 0 },
      changed: { count: 0 },
      same: 2,
    })
  })

  test('holds all of a contact, and brings it all to another account', async () => {
    const [brian, other] = [await person('blue'), await person('blue')]
    const body = {
      ...{ name: 'Zoë; "Z", \\o/', organisation: 'Wind, Wave', phones: ['+49 1', '2'], note: 'one\ntwo' },
      addresses: ['z@far.example', 'z2@far.example'],
    }
    const zoe = await add(brian, body)
    await add(brian, { name: 'Not asked for', addresses: ['n@far.example'] })
    const group = await brian.call<{ id: string }>('POST', '/api/contact-groups', { name: 'Club, the' })
    await brian.call('POST', `/api/contact-groups/${group.id}/members`, { add: [zoe.id] })
    for (const wanted of [{ group: group.id }, { ids: [zoe.id], version: '3.0' }]) {
      const text = await exported(brian, wanted)
      expect(text.match(/BEGIN:VCARD/g)).toHaveLength(1)
      await file(other, 'PUT', text)
      const { contacts } = await book(other)
      const { id, groups, addresses, ...rest } = await read(other, contacts[0]?.id)
      expect({ ...rest, addresses: addresses.map(({ address }) => address) }).toEqual(body)
      expect(groups).toMatchObject([{ name: 'Club, the' }])
      await other.call('POST', '/api/contacts/remove', { ids: [id] })
    }
    expect((await exported(brian)).match(/BEGIN:VCARD/g)).toHaveLength(2)
  })

  test('over 5 MB or 10,000 entries is refused, and 10,000 are imported in a few seconds', async () => {
    const brian = await person('blue')
    const large = await file(brian, 'POST', Buffer.alloc(5 * 1024 * 1024 + 1, 'x'))
    expect([large.status, large.json]).toMatchObject([413, { code: 'import-too-large' }])
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => card(`FN:Person ${n}`, `EMAIL:p${n}@far.example`, `TEL:${n}`)).join('')
    expect((await file(brian, 'POST', many(10_001))).status).toBe(413)
    const started = performance.now()
    expect((await file(brian, 'PUT', many(10_000))).json).toMatchObject({ created: { count: 10_000 } })
    expect(performance.now() - started).toBeLessThan(30_000)
    expect((await book(brian)).total).toBe(10_000)
    expect((await file(brian, 'PUT', many(10_000))).json).toMatchObject({ same: 10_000 })
  })
})

describe('completion', () => {
  test('offers those written to often and lately, then other contacts, then who wrote, then colleagues', async () => {
    const brian = await person('blue', 'quentin')
    await person('blue', 'quentin')
    for (const [id, to] of [
      ['1', 'rare@far.example'],
      ['2', 'often@far.example'],
      ['3', 'often@far.example'],
    ] as const) {
      await append(brian.account, old(`Quentin X <${to}>`, id), 'Sent')
    }
    await add(brian, { name: 'Quentin', addresses: ['never@far.example'] })
    await append(brian.account, 'From: Quentin W <wrote@far.example>\r\nTo: x@y.example\r\nSubject: hi\r\n\r\nhi\r\n')
    const found = await offered(brian, 'quen')
    expect(found.slice(0, 4)).toEqual(['often', 'rare', 'never', 'wrote'].map((name) => `${name}@far.example`))
    expect(found[4]).toMatch(/^quentin-\w+@blueemailserver\.com$/)
    expect(found).not.toContain(brian.account.address)
  })

  test('offers whoever is of the own domain, however large it is, and who comes new', async () => {
    const brian = await person('blue')
    const tag = randomUUID().slice(0, 8)
    const domainName = brian.account.address.split('@')[1] ?? ''
    const { passwordHash } = await db().account.findUniqueOrThrow({ where: { address: brian.account.address } })
    const create = (names: string[]) =>
      db().account.createMany({
        data: names.map((name) => ({ address: `${name}@${domainName}`, domainName, displayName: 'Zoë', passwordHash })),
      })
    try {
      await create([...Array.from({ length: 600 }, (_, n) => `a${tag}-${n}`), `zz${tag}-last`])
      expect(await offered(brian, `zz${tag}`)).toEqual([`zz${tag}-last@${domainName}`])
      await create([`zz${tag}-later`])
      expect(await offered(brian, `zoe zz${tag}`)).toEqual(
        ['last', 'later'].map((end) => `zz${tag}-${end}@${domainName}`),
      )
    } finally {
      await db().account.deleteMany({ where: { address: { contains: tag } } })
    }
  })

  test('finds people among 5,000 contacts, and a page of the list too', async () => {
    const brian = await person('blue')
    const account = await findMailAccount(brian.account.address)
    if (account === null) throw new Error('no account')
    const all = Array.from({ length: 5_000 }, (_, n) => ({
      ...{ name: `Person ${n} Number${n % 97}`, organisation: `Firm ${n % 50}`, phones: [], note: '' },
      addresses: [`person.${n}@d${n % 300}.example`],
    }))
    await changeContacts(account.accountId, (tx) => createContacts(tx, account.accountId, all))
    const found = async (typed: string) => (await completeAddress(account.accountId, typed, 8)).map(({ name }) => name)
    expect(await found('person.4999@')).toEqual(['Person 4999 Number52'])
    expect(await found('zzz')).toEqual([])
    expect(await found('number96 pers')).toHaveLength(8)
    expect(new Set((await found('number96 pers')).map((name) => name.split(' ')[2]))).toEqual(new Set(['Number96']))
    expect(await offered(brian, 'number42 person')).toHaveLength(8)
    const page = await book(brian, 'offset=4900&limit=100')
    expect([page.total, page.contacts.length]).toEqual([5_000, 100])
  })
})
