import { expect, test } from 'vitest'
import { person } from '@/e2e/web-client'
import type { Delivery, DeliveryState, DeliveryStates } from '@/lib/contract/delivery'
import type { MessageSent } from '@/lib/contract/drafts'
import type { Filters, Rule } from '@/lib/contract/filters'
import type { FolderSaved } from '@/lib/contract/folders'
import type { MessageRef } from '@/lib/contract/messages'
import { noFilters } from '@/lib/contract/no-filters'
import type { ThreadWindow } from '@/lib/contract/threads'
import { db } from '@/lib/db/client'

type Person = Awaited<ReturnType<typeof person>>

/** Sends to these addresses and gives the copy in Sent. */
async function send(sender: Person, to: string[], subject = 'Where is it?'): Promise<MessageRef> {
  const recipients = to.map((address) => ({ name: '', address }))
  const draft = { ...(await sender.newDraft()), to: recipients, subject, html: '<p>Hello</p>' }
  const sent = await sender.call<MessageSent>('POST', '/api/send', { draft, saved: null })
  if (sent.copy === null) throw new Error('no copy in Sent')
  return sent.copy
}

const deliveryOf = (who: Person, { mailbox, id }: MessageRef) =>
  who.call<Delivery>('GET', `/api/messages/${mailbox}/${id}/delivery`)

/** Waits until every recipient is in the state it should be in, and gives what is known then. */
async function until(who: Person, ref: MessageRef, states: Record<string, DeliveryState>): Promise<Delivery> {
  const now = async () => {
    const { recipients } = await deliveryOf(who, ref)
    return Object.fromEntries(recipients.map(({ recipient, state }) => [recipient, state]))
  }
  await expect.poll(now, { timeout: 30_000, interval: 250 }).toEqual(states)
  return deliveryOf(who, ref)
}

test('to the other mail system: every station is told, up to the folder', async () => {
  const [sender, receiver] = [await person('blue'), await person('red')]
  const ref = await send(sender, [receiver.account.address])
  await until(sender, ref, { [receiver.account.address]: 'in-mailbox' })
  // that it was filed stands in another log than that it was taken in
  const stations = async () => (await deliveryOf(sender, ref)).steps.map(({ kind, host }) => `${host.id} ${kind}`)
  const all = ['blue submitted', 'blue queued', 'blue resolved', 'blue accepted']
  all.push('red received', 'red in-mailbox', 'red filed')
  await expect.poll(stations, { timeout: 10_000, interval: 250 }).toEqual(expect.arrayContaining(all))
  const { recipients, steps } = await deliveryOf(sender, ref)
  expect(recipients[0]).toMatchObject({
    server: { name: 'mx1.redemailserver.com', port: 25 },
    tls: { version: 'TLSv1.3', trust: 'trusted' },
    dsn: '2.0.0',
    tries: 1,
    folder: 'INBOX',
  })
  expect(recipients[0]?.reply).toMatch(/^250 2\.0\.0 Ok: queued as /)
  const answers = steps.find(({ kind }) => kind === 'resolved')?.answers
  expect(answers?.map(({ exchange, preference }) => `${preference} ${exchange}`)).toEqual([
    '10 mx1.redemailserver.com',
    '20 mx2.redemailserver.com',
  ])
  expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted())
})

test('a recipient sees their own part of it and nobody else', async () => {
  const [sender, receiver, other] = [await person('blue'), await person('red'), await person('red')]
  const ref = await send(sender, [receiver.account.address, other.account.address], 'For two')
  await until(sender, ref, { [receiver.account.address]: 'in-mailbox', [other.account.address]: 'in-mailbox' })
  const inbox = await receiver.call<ThreadWindow>('GET', '/api/threads?mailbox=inbox')
  const received = inbox.rows.find(({ subject }) => subject === 'For two')?.ref
  if (received === undefined) throw new Error('not in the inbox')
  const { recipients, steps } = await deliveryOf(receiver, received)
  expect(recipients).toEqual([])
  expect(steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['accepted', 'received', 'in-mailbox']))
  expect(JSON.stringify(steps)).not.toContain(other.account.address)
})

/** A rule of theirs forwards what is called so, and files it. */
async function filesAway(who: Person, subject: string, elsewhere: string): Promise<void> {
  const { id } = await who.call<FolderSaved>('POST', '/api/folders', { name: 'Secret', parent: null })
  const rule: Rule = {
    name: 'My rule',
    enabled: true,
    match: 'all',
    conditions: [{ of: 'subject', text: subject }],
    actions: [
      { do: 'forward', address: elsewhere },
      { do: 'move', mailbox: id },
    ],
  }
  await who.call<Filters>('PUT', '/api/filters', { set: { ...noFilters, rules: [rule] }, replace: false })
}

test('where a rule put it is told to the owner of the mailbox and to nobody else', async () => {
  const [sender, receiver, third] = [await person('blue'), await person('red'), await person('red')]
  for (const who of [sender, receiver]) await filesAway(who, 'Between us', third.account.address)
  const ref = await send(sender, [receiver.account.address, sender.account.address], 'Between us')
  await until(sender, ref, { [receiver.account.address]: 'in-mailbox', [sender.account.address]: 'in-mailbox' })
  const isNamed = async () => (await deliveryOf(sender, ref)).recipients.some(({ ruleName }) => ruleName === 'My rule')
  await expect.poll(isNamed, { timeout: 20_000, interval: 250 }).toBe(true)
  const { recipients, steps } = await deliveryOf(sender, ref)
  const of = (who: Person) => recipients.find(({ recipient }) => recipient === who.account.address)
  expect(of(sender)).toMatchObject({ folder: 'Secret', rule: 'own', ruleName: 'My rule' })
  expect(of(receiver)).toMatchObject({ folder: null, rule: null, ruleName: null })
  const filed = steps.filter(({ kind }) => kind === 'filed')
  expect(new Set(filed.map(({ recipient }) => recipient))).toEqual(new Set([sender.account.address]))
})

test('inside one domain no DNS is asked; a tag goes to the same person', async () => {
  const [sender, receiver] = [await person('blue'), await person('blue')]
  const tagged = receiver.account.address.replace('@', '+lists@')
  const ref = await send(sender, [receiver.account.address, tagged])
  const { steps } = await until(sender, ref, { [receiver.account.address]: 'in-mailbox', [tagged]: 'in-mailbox' })
  expect(steps.map(({ kind }) => kind)).not.toContain('resolved')
})

test('refused by the other server, and no such domain: bounced, with the words', async () => {
  const sender = await person('blue')
  const ref = await send(sender, ['nobody-at-all@redemailserver.com', 'x@no-such-domain.example'])
  const { recipients } = await until(sender, ref, {
    'nobody-at-all@redemailserver.com': 'bounced',
    'x@no-such-domain.example': 'bounced',
  })
  const replies = Object.fromEntries(recipients.map(({ recipient, reply, dsn }) => [recipient, `${dsn} ${reply}`]))
  expect(replies['nobody-at-all@redemailserver.com']).toMatch(/^5\.1\.1 .*User unknown/)
  expect(replies['x@no-such-domain.example']).toMatch(/^5\.4\.4 .*not found/)
})

/** What both questions say of one and the same try: Postfix may try again between them. */
async function ofOneTry(sender: Person, ref: MessageRef): Promise<Delivery & DeliveryStates> {
  for (;;) {
    const delivery = await deliveryOf(sender, ref)
    const { states } = await sender.call<DeliveryStates>('POST', '/api/delivery/states', { refs: [ref] })
    const after = await deliveryOf(sender, ref)
    if (after.recipients[0]?.tries === delivery.recipients[0]?.tries) return { ...delivery, states }
  }
}

test('a server that is away: waiting, with the next try', async () => {
  const sender = await person('blue')
  const ref = await send(sender, ['x@away.redemailserver.com'])
  await until(sender, ref, { 'x@away.redemailserver.com': 'waiting' })
  const { recipients, steps, states } = await ofOneTry(sender, ref)
  expect(Date.parse(recipients[0]?.nextTry ?? '')).toBeGreaterThan(Date.parse(recipients[0]?.at ?? ''))
  expect(steps.find(({ kind }) => kind === 'unreachable')).toMatchObject({
    server: { name: 'gone.redemailserver.com', port: 25 },
    reply: 'Connection refused',
  })
  expect(states).toEqual({
    [`${ref.mailbox}/${ref.id}`]: {
      state: 'waiting',
      count: 1,
      total: 1,
      dsn: '4.4.1',
      greylisted: false,
      nextTry: recipients[0]?.nextTry,
    },
  })
})

test('an alias for two: one recipient as written, in the mailboxes of both', async () => {
  const [sender, one, two] = [await person('blue'), await person('red'), await person('red')]
  const alias = `team-${one.account.address.split('@')[0]}@redemailserver.com`
  const domainName = 'redemailserver.com'
  await db().alias.createMany({
    data: [one, two].map(({ account }) => ({ address: alias, target: account.address, domainName })),
  })
  const ref = await send(sender, [alias])
  const { recipients } = await until(sender, ref, { [alias]: 'in-mailbox' })
  expect(recipients[0]?.deliveredTo.toSorted()).toEqual([one.account.address, two.account.address].toSorted())
})
