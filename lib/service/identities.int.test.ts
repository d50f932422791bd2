import { expect, test } from 'vitest'
import { waitForMessage } from '@/e2e/mailbox-of'
import { ask, person } from '@/e2e/web-client'
import type { DraftStarted } from '@/lib/contract/drafts'
import type { Identity, IdentityBody, IdentityList } from '@/lib/contract/identities'
import type { ThreadWindow } from '@/lib/contract/threads'
import { db } from '@/lib/db/client'

type Person = Awaited<ReturnType<typeof person>>
const blank: IdentityBody = { name: '', replyTo: '', signature: '', isDefault: false }
const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const list = async (who: Person) => (await who.call<IdentityList>('GET', '/api/identities')).identities
const save = (who: Person, address: string, body: Partial<IdentityBody> = {}) =>
  who.call<Identity>('PUT', `/api/identities/${encodeURIComponent(address)}`, { ...blank, ...body })
const refused = (who: Person, address: string, body: Partial<IdentityBody> = {}) =>
  ask('PUT', `/api/identities/${encodeURIComponent(address)}`, { cookie: who.cookie, json: { ...blank, ...body } })

async function aliasOf(...people: Person[]): Promise<string> {
  const address = `sales-${people[0]?.account.address}`
  const domainName = address.split('@')[1] ?? ''
  await db().alias.createMany({ data: people.map(({ account }) => ({ address, target: account.address, domainName })) })
  return address
}

const tagged = ({ account }: Person, tag: string) => account.address.replace('@', `+${tag}@`)

test('the account, its aliases and its +tags can be written as; exactly one is the default', async () => {
  const who = await person('blue')
  const alias = await aliasOf(who)
  expect(await list(who)).toMatchObject([
    { address: who.account.address, kind: 'account', isDefault: true, name: 'Tester Test' },
    { address: alias, kind: 'alias', isDefault: false },
  ])
  await save(who, tagged(who, 'shop'), { name: 'Shopper', isDefault: true })
  await save(who, alias, { isDefault: true })
  const defaults = (await list(who)).filter(({ isDefault }) => isDefault)
  expect(defaults.map(({ address }) => address)).toEqual([alias])
  await who.call('DELETE', `/api/identities/${encodeURIComponent(tagged(who, 'shop'))}`)
  expect(await list(who)).toHaveLength(2)
})

test('an address of somebody else is refused, when it is saved and when it is sent as', async () => {
  const [who, other] = [await person('blue'), await person('blue')]
  const alias = await aliasOf(other)
  for (const address of [other.account.address, alias, tagged(other, 'x'), 'root@elsewhere.example', 'no address']) {
    expect((await refused(who, address)).status, address).toBe(403)
    const draft = { ...(await who.newDraft()), to: [who.recipient], html: '<p>x</p>', from: address }
    const answer = await ask('POST', '/api/send', { cookie: who.cookie, json: { draft, saved: null } })
    expect(answer.json, address).toMatchObject({ code: 'sender-not-allowed' })
  }
  expect((await refused(who, who.account.address, { replyTo: 'a@b@c' })).status).toBe(422)
  expect((await refused(who, who.account.address, { name: 'a\r\nBcc: x@y.example' })).status).toBe(400)
})

test('a message leaves as the alias or +tag chosen, with its name and reply address; Postfix agrees', async () => {
  const [who, receiver] = [await person('blue'), await person('red')]
  for (const address of [await aliasOf(who), tagged(who, 'list')]) {
    await save(who, address, { name: 'Süd, Vertrieb', replyTo: who.account.address })
    const subject = `as ${address}`
    const draft = { ...(await who.newDraft()), to: [receiver.recipient], subject, html: '<p>x</p>', from: address }
    await who.call('POST', '/api/send', { draft, saved: null })
    const arrived = await waitForMessage(receiver.account, subject)
    expect(arrived.from?.value).toEqual([{ address, name: 'Süd, Vertrieb' }])
    expect(arrived.replyTo?.value[0]?.address).toBe(who.account.address)
    expect(String(arrived.headers.get('return-path') && arrived.headerLines[0]?.line)).toContain(address)
  }
})

test('an answer is written as the address the message was sent to', async () => {
  const [who, writer] = [await person('blue'), await person('blue')]
  const address = tagged(who, 'club')
  const draft = { ...(await writer.newDraft()), to: [{ name: '', address }], subject: 'to the club', html: '<p>x</p>' }
  await writer.call('POST', '/api/send', { draft, saved: null })
  await waitForMessage(who.account, 'to the club')
  const { rows } = await who.call<ThreadWindow>('GET', '/api/threads?mailbox=inbox')
  const start = { kind: 'reply', source: rows[0]?.ref }
  expect((await who.call<DraftStarted>('POST', '/api/drafts/start', start)).draft.from).toBe(address)
})

test('a signature is cleaned, its picture becomes a part, and its block survives Drafts', async () => {
  const [who, receiver] = [await person('blue'), await person('red')]
  const { signature } = await save(who, who.account.address, {
    signature: `<p onclick="x()">Tess<script>alert(1)</script></p><img src="${dot}"><img src="https://spy.example/x.png">`,
  })
  expect(signature).toBe(`<p>Tess</p><img src="${dot}"><img>`)
  const html = `<p>Hello</p><div class="waypost-signature">${signature}</div>`
  const draft = { ...(await who.newDraft()), to: [receiver.recipient], subject: 'signed', html }
  const { saved } = await who.call<{ saved: unknown }>('PUT', '/api/drafts', { draft, saved: null })
  const again = await who.call<DraftStarted>('POST', '/api/drafts/start', { kind: 'edit', source: saved })
  expect(again.draft.html).toMatch(/<div class="waypost-signature"><p>Tess<\/p><img src="cid:/)
  await who.call('POST', '/api/send', { draft, saved })
  const arrived = await waitForMessage(receiver.account, 'signed')
  expect(arrived.attachments).toMatchObject([{ contentType: 'image/png', related: true, size: 70 }])
  expect(arrived.html).not.toContain('alert')
})
