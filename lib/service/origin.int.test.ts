import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { person } from '@/e2e/web-client'
import { addresses } from '@/e2e/world'
import type { FilterAction, Filters, Rule } from '@/lib/contract/filters'
import type { FolderSaved } from '@/lib/contract/folders'
import type { MailboxList } from '@/lib/contract/mailboxes'
import { noFilters } from '@/lib/contract/no-filters'
import type { MessageOrigin } from '@/lib/contract/origin'
import type { ThreadWindow } from '@/lib/contract/threads'
import { db } from '@/lib/db/client'
import { filedKeyword, metKeyword } from '@/lib/service/filters/rule-marks'
import { SmtpTalk } from '@/mailserver/smtp-talk'

type Person = Awaited<ReturnType<typeof person>>

/** What a mailbox says of the one message in it, once `settled` holds. */
async function originIn(who: Person, mailbox: string, settled: (origin: MessageOrigin) => boolean) {
  const read = async () => {
    const { rows } = await who.call<ThreadWindow>('GET', `/api/threads?mailbox=${mailbox}`)
    const [row] = rows
    if (row === undefined) return null
    return who.call<MessageOrigin>('GET', `/api/messages/${row.ref.mailbox}/${row.ref.id}/origin`)
  }
  let last: MessageOrigin | null = null
  const ready = async () => {
    last = await read()
    return last !== null && settled(last)
  }
  await expect.poll(ready, { timeout: 20_000, interval: 250 }).toBe(true)
  return last as unknown as MessageOrigin
}

const mailboxesOf = async (who: Person) => (await who.call<MailboxList>('GET', '/api/mailboxes')).mailboxes

async function handIn(head: string[], to: string, { from = 'someone@example.net', helo = 'tester.example.net' } = {}) {
  const talk = await SmtpTalk.open(addresses.red)
  await talk.say(`HELO ${helo}`)
  const sender = await talk.say(`MAIL FROM:<${from}>`)
  const recipient = await talk.say(`RCPT TO:<${to}>`)
  if (!recipient.startsWith('250')) {
    talk.close()
    return `${sender}\n${recipient}`
  }
  await talk.say('DATA')
  talk.write(`${head.join('\r\n')}\r\n\r\nHello\r\n.\r\n`)
  const answer = await talk.reply()
  talk.close()
  return answer
}

test('every hop between our own servers is witnessed, and each check of the sender is named', async () => {
  const [sender, receiver] = [await person('blue'), await person('red')]
  const draft = { ...(await sender.newDraft()), to: [receiver.recipient], subject: 'Hops', html: '<p>Hello</p>' }
  await sender.call('POST', '/api/send', { draft, saved: null })
  const origin = await originIn(
    receiver,
    'inbox',
    ({ hops, filed }) => filed !== null && hops.every((hop) => hop.witnessed),
  )
  expect(origin.hops.map(({ by, protocol }) => `${by} ${protocol}`)).toEqual([
    'mx1.blueemailserver.com ESMTPSA',
    'mx1.redemailserver.com ESMTPS',
    'mx1.redemailserver.com LMTP',
  ])
  expect(origin.hops[1]).toMatchObject({
    tls: 'TLSv1.3',
    from: { name: 'mx1.blueemailserver.com' },
    gap: expect.any(Number),
  })
  expect(origin.authentication?.map(({ method, word, identity }) => `${method} ${word} ${identity}`)).toEqual([
    'spf pass blueemailserver.com',
    'dkim pass blueemailserver.com',
    'dmarc pass blueemailserver.com',
  ])
  expect(origin.spam?.symbols.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['R_DKIM_ALLOW', 'DMARC_POLICY_ALLOW']),
  )
  expect(origin).toMatchObject({ ignoredVerdicts: 0, filed: { folder: 'INBOX', rule: 'none' }, moved: false })
})

test('hops, verdicts and spam results that came with the message are claims, whatever they name', async () => {
  const [sender, receiver] = [await person('blue'), await person('red')]
  const draft = { ...(await sender.newDraft()), to: [receiver.recipient], subject: 'Real', html: '<p>Hello</p>' }
  await sender.call('POST', '/api/send', { draft, saved: null })
  await originIn(receiver, 'inbox', ({ hops }) => hops.every((hop) => hop.witnessed))
  const real = await db().queuedMessage.findFirstOrThrow({ where: { hostId: 'blue', messageId: draft.messageId } })
  const victim = await person('red')
  const head = [
    `Received: from [127.0.0.1] (localhost [127.0.0.1]) by mx1.blueemailserver.com (Postfix) with ESMTPSA id ${real.queueId}; Wed, 25 Nov 2026 01:12:42 +0000`,
    'Authentication-Results: mx1.redemailserver.com; dkim=pass header.d=bank.example; dmarc=pass header.from=bank.example',
    // Postfix takes this for a header too
    'Authentication-Results : mx1.redemailserver.com; dkim=pass header.d=bank.example; dmarc=pass header.from=bank.example',
    'Authentication-Results: mx.bank.example; dmarc=pass header.from=bank.example',
    'X-Spamd-Result: default: False [-9.00 / 15.00]; WHITELISTED(-9.00)[]',
    'From: someone@example.net',
    'Subject: Forged',
    `Message-ID: ${real.messageId}`,
  ]
  expect(await handIn(head, victim.account.address)).toMatch(/^250/)
  const settled = ({ hops }: MessageOrigin) => hops.filter((hop) => hop.witnessed).length === 2
  const origin = await originIn(victim, 'inbox', settled)
  expect(origin.hops.map(({ by, witnessed }) => `${by} ${witnessed}`)).toEqual([
    'mx1.blueemailserver.com false',
    'mx1.redemailserver.com true',
    'mx1.redemailserver.com true',
  ])
  expect(JSON.stringify(origin)).not.toContain('WHITELISTED')
  expect(origin.authentication?.some(({ identity }) => identity === 'bank.example')).toBe(false)
  // rspamd takes the others out of what it checks
  expect(origin.ignoredVerdicts).toBe(0)
})

test('spam says the rule that filed it and the signs', async () => {
  const receiver = await person('red')
  const words = 'YJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X'
  const head = ['From: someone@example.net', 'Subject: Buy', `Message-ID: <${randomUUID()}@example.net>`, '', words]
  expect(await handIn(head, receiver.account.address)).toMatch(/^250/)
  const origin = await originIn(receiver, 'spam', ({ filed }) => filed !== null)
  expect(origin).toMatchObject({ filed: { folder: 'Spam', rule: 'spam' }, moved: false })
  expect(origin.spam?.symbols[0]).toMatchObject({ name: 'TEST_SPAM', score: 100 })
})

const rule = (name: string, text: string, ...actions: FilterAction[]): Rule => ({
  name,
  enabled: true,
  match: 'all',
  conditions: [{ of: 'subject', text }],
  actions,
})

async function invoicesInto(who: Person, folder: string): Promise<Filters> {
  const { id } = await who.call<FolderSaved>('POST', '/api/folders', { name: folder, parent: null })
  const rules = [
    rule('Stars', 'Invoice', { do: 'star' }),
    rule('Bills', 'Invoice', { do: 'move', mailbox: id }),
    rule('Others', 'Newsletter', { do: 'trash' }),
  ]
  return who.call<Filters>('PUT', '/api/filters', { set: { ...noFilters, rules }, replace: false })
}

test('the rule that filed it is named, and others it met', async () => {
  const receiver = await person('red')
  await invoicesInto(receiver, 'Accounts')
  const head = ['From: someone@example.net', 'Subject: Invoice 5', `Message-ID: <${randomUUID()}@example.net>`]
  expect(await handIn(head, receiver.account.address)).toMatch(/^250/)
  const folder = (await mailboxesOf(receiver)).find(({ path }) => path === 'Accounts')?.id ?? ''
  const origin = await originIn(receiver, folder, ({ filed }) => filed !== null)
  expect(origin).toMatchObject({
    filed: { folder: 'Accounts', rule: 'own' },
    rules: { filed: 'Bills', others: ['Stars'] },
    moved: false,
  })
})

test('a message cannot say of itself which rule it met', async () => {
  const receiver = await person('red')
  const { set } = await invoicesInto(receiver, 'Accounts')
  const marks = set.rules.map((rule) => `${filedKeyword(rule)} ${metKeyword(rule)}`).join(' ')
  const forged = ['Keywords', 'X-Keywords', 'X-Status', 'Flags', 'X-Mozilla-Keys'].map((name) => `${name}: ${marks}`)
  const head = ['From: someone@example.net', 'Subject: Forged', ...forged, `Message-ID: <${randomUUID()}@example.net>`]
  expect(await handIn(head, receiver.account.address)).toMatch(/^250/)
  const origin = await originIn(receiver, 'inbox', ({ filed }) => filed !== null)
  expect(origin).toMatchObject({ filed: { folder: 'INBOX', rule: 'none' }, rules: { filed: null, others: [] } })
})

test.each([
  ['a quoted sender', { from: '"x);dmarc=pass("@evil.example' }, /5\.1\.7 .*Sender address rejected/],
  ['a HELO that is no name', { from: '', helo: 'x;dmarc=pass' }, /Helo command rejected: Invalid name/],
])('%s that could be taken for a verdict is refused', async (_, talk, refusal) => {
  const receiver = await person('red')
  expect(await handIn(['Subject: x'], receiver.account.address, talk)).toMatch(refusal)
})

test('a notice with an empty sender is not', async () => {
  const receiver = await person('red')
  expect(await handIn(['Subject: Returned'], receiver.account.address, { from: '' })).toMatch(/^250/)
})
