import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { messagesIn, waitForMessage } from '@/e2e/mailbox-of'
import { person } from '@/e2e/web-client'
import { addresses, logFile } from '@/e2e/world'
import type { Filters } from '@/lib/contract/filters'
import { noFilters } from '@/lib/contract/no-filters'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { SmtpTalk } from '@/mailserver/smtp-talk'

/** A client of another address than the tests have. */
const elsewhere = `${env.net}.77`

type Hop = { client?: string; id?: string; by?: string; protocol?: string }

/** A Received line as Postfix writes it. `client`: the address of who handed the message over */
const received = ({
  client = '192.0.2.8',
  id = '4jZ1mG5ZytzNRWB',
  by = 'mx1.redemailserver.com',
  protocol = 'ESMTPS',
}: Hop) =>
  `Received: from mx.example (mx.example [${client}]) by ${by} (Postfix) with ${protocol} id ${id}; Wed, 25 Nov 2026 01:00:00 +0000`

/** What a server of somebody else's wrote when it took the message. */
const firstHop = (hop: Hop = {}) => received({ client: '192.0.2.7', by: 'mx.example', ...hop })
const head = (subject: string, id: string) =>
  ['From: a@example.net', `Subject: ${subject}`, `Message-ID: <${id}@example.net>`, '', 'x'].join('\r\n')
const messageLines = (subject: string, id: string) => `${firstHop()}\r\n${head(subject, id)}`

async function handOver(
  talk: SmtpTalk,
  to: { address: string },
  text: string,
  sender = 'a@example.net',
): Promise<string> {
  await talk.say(`MAIL FROM:<${sender}>`)
  expect(await talk.say(`RCPT TO:<${to.address}>`)).toMatch(/^250/)
  await talk.say('DATA')
  talk.write(`${text}\r\n.\r\n`)
  const answer = await talk.reply()
  talk.close()
  return answer
}

const throughPostfix = async (to: TestAccount, text: string, from?: string) =>
  expect(await handOver(await SmtpTalk.open(addresses.red, 25, from), to, text)).toMatch(/^250/)

/** As our Postfix does from its queue; `text` begins with the line it wrote. */
const toDovecot = async (to: TestAccount, text: string) =>
  handOver(await SmtpTalk.lmtp(join(env.data, 'red', 'spool', 'private', 'dovecot-lmtp')), to, text)

const logOf = (hostId: string) => readFileSync(logFile(hostId, 'log', 'mail.log'), 'utf8')

const queueIdOf = (answer: string) => /queued as (\w+)/.exec(answer)?.[1]

/** Waits until a Postfix has handed on all that it answered this for. */
async function allHandedOn(hostId: string, answers: string[]): Promise<void> {
  const stillThere = () => {
    const log = logOf(hostId)
    return answers.map(queueIdOf).filter((id) => !log.includes(`${id}: removed`))
  }
  await expect.poll(stillThere, { timeout: 40_000 }).toEqual([])
}

/** Waits until a Postfix has handed on what it answered this for; gives what it was answered. */
async function handedOn(hostId: string, answer: string): Promise<string> {
  await allHandedOn(hostId, [answer])
  const id = queueIdOf(answer)
  return new RegExp(`${id}: to=.* status=sent \\((.*)\\)`).exec(logOf(hostId))?.[1] ?? ''
}

/** The same message twice, but for its lines at the top: how often it is there then. */
async function copiesOf(tops: [string, string]): Promise<number> {
  const to = await createAccount('red')
  const id = randomUUID()
  for (const top of tops) expect(await toDovecot(to, `${top}\r\n${head('Twice', id)}`)).toMatch(/^250/)
  return (await messagesIn(to)).length
}

const subjectsOf = async (to: TestAccount, mailbox?: string) =>
  (await messagesIn(to, mailbox)).map(({ subject }) => subject).toSorted()

test('what a server hands over twice, because it was killed before it wrote that down, is there once', async () => {
  const to = await createAccount('red')
  const id = randomUUID()
  await throughPostfix(to, messageLines('Twice', id), elsewhere)
  await throughPostfix(to, messageLines('Twice', id), elsewhere)
  await throughPostfix(to, messageLines('After it', randomUUID()), elsewhere)
  await waitForMessage(to, 'After it')
  expect(await subjectsOf(to)).toEqual(['After it', 'Twice'])
})

test('what comes while others come to the same mailbox is known when it comes again', async () => {
  const account = await createAccount('red')
  const [name, domain] = account.address.split('@')
  const messages = Array.from({ length: 30 }, (_, n) => ({ subject: `One of many ${n}`, id: randomUUID(), n }))
  // some to an address with a tag, which leads to the same mailbox
  const come = async () => {
    const answers = messages.map(async ({ subject, id, n }) => {
      const to = { address: n % 3 === 0 ? `${name}+tag@${domain}` : account.address }
      return handOver(await SmtpTalk.open(addresses.red, 25, elsewhere), to, messageLines(subject, id))
    })
    await allHandedOn('red', await Promise.all(answers))
  }
  await come()
  await come()
  expect(await subjectsOf(account)).toHaveLength(messages.length)
})

test('what comes directly and once more through our second MX is there once, though SPF tells the two apart', async () => {
  const [to, sender] = [await createAccount('red'), await createAccount('blue')]
  const handIn = async (mx: string, subject: string, id: string) =>
    handOver(await SmtpTalk.open(mx, 25, addresses.blue), to, messageLines(subject, id), sender.address)
  const throughSecond = async (subject: string, id: string) =>
    handedOn('red', await handedOn('mx2', await handIn(addresses.redSecond, subject, id)))
  const id = randomUUID()
  await handedOn('red', await handIn(addresses.red, 'Both ways', id))
  await throughSecond('Both ways', id)
  await throughSecond('Second way', randomUUID())
  const verdicts = (await messagesIn(to)).map(({ subject, headers }) => {
    const verdict = String(headers.get('authentication-results'))
    return [subject, /spf=\w+/.exec(verdict)?.[0]]
  })
  expect(verdicts).toEqual([
    ['Both ways', 'spf=pass'],
    ['Second way', 'spf=fail'],
  ])
})

test('whoever repeats from another address all that a message said does not have that one dropped', async () => {
  const to = await createAccount('red')
  const id = randomUUID()
  await throughPostfix(to, messageLines('Of a stranger', id))
  await waitForMessage(to, 'Of a stranger')
  await throughPostfix(to, messageLines('The real one', id), elsewhere)
  await waitForMessage(to, 'The real one')
})

const ours = (hop: Hop = {}) => received({ id: randomUUID().slice(0, 8), ...hop })
/** As rspamd writes it. */
const verdict = (results: string) =>
  `Authentication-Results: mx1.redemailserver.com;\r\n\t${results.replaceAll('; ', ';\r\n\t')}`
const above = (...lines: string[]) => lines.join('\r\n')

test.each<[string, number, () => [string, string]]>([
  ['handed over again by the same server', 1, () => [above(ours(), firstHop()), above(ours(), firstHop())]],
  [
    'the second time through our second MX',
    1,
    () => [
      above(ours(), firstHop()),
      above(
        ours({ client: addresses.redSecond }),
        received({ by: 'mx2.redemailserver.com', id: '4jZ1mG5ZytzMMMM' }),
        firstHop(),
      ),
    ],
  ],
  [
    'the second time through our second MX, whose address SPF does not know',
    1,
    () => [
      above(verdict('dkim=pass header.d=example.net; spf=pass; dmarc=pass'), ours(), firstHop()),
      above(
        verdict('dkim=pass header.d=example.net; dmarc=pass; spf=fail'),
        ours({ client: addresses.redSecond }),
        received({ by: 'mx2.redemailserver.com', id: '4jZ1mG5ZytzMMMM' }),
        firstHop(),
      ),
    ],
  ],
  [
    'the second time through our second MX, where its signature does not hold',
    2,
    () => [
      above(verdict('dkim=pass header.d=example.net; spf=pass'), ours(), firstHop()),
      above(
        verdict('dkim=fail header.d=example.net; spf=pass'),
        ours({ client: addresses.redSecond }),
        received({ by: 'mx2.redemailserver.com', id: '4jZ1mG5ZytzMMMM' }),
        firstHop(),
      ),
    ],
  ],
  [
    'sent again by its author',
    2,
    () => [above(ours(), firstHop()), above(ours(), firstHop({ id: '4jZ1mG5ZytzSSSS' }))],
  ],
  ['from a server that writes no line', 2, () => [ours(), ours()]],
  [
    'by somebody signed in, who wrote the lines himself',
    2,
    () => [above(ours({ protocol: 'ESMTPSA' }), firstHop()), above(ours(), firstHop())],
  ],
  [
    'with other words under a signature that does not hold for them',
    2,
    () => [
      above(verdict('dkim=fail'), ours(), firstHop()),
      above(verdict('dkim=pass header.d=example.net'), ours(), firstHop()),
    ],
  ],
])('%s: there %i times', async (_, times, tops) => expect(await copiesOf(tops())).toBe(times))

test('what comes twice from one place in the queue is there once, also where a rule of the person files it', async () => {
  const { account, call } = await person('red')
  const away = {
    name: 'r',
    enabled: true,
    match: 'all',
    conditions: [{ of: 'subject', text: 'Filed' }],
    actions: [{ do: 'trash' }],
  }
  await call<Filters>('PUT', '/api/filters', { set: { ...noFilters, rules: [away] }, replace: false })
  for (const subject of ['Plain', 'Filed']) {
    const id = randomUUID()
    for (const queueId of ['4jZ1mG5ZytzAAAA', '4jZ1mG5ZytzAAAA', '4jZ1mG5ZytzBBBB'])
      expect(await toDovecot(account, `${received({ id: queueId })}\r\n${head(subject, id)}`)).toMatch(/^250/)
  }
  expect(await subjectsOf(account)).toEqual(['Plain', 'Plain'])
  expect(await subjectsOf(account, 'Trash')).toEqual(['Filed', 'Filed'])
})

test('what could not be stored is no repeat when it comes again', async () => {
  const to = await createAccount('red', 'full', 1n)
  const text = `${ours()}\r\n${messageLines('Again', randomUUID())}`
  expect(await toDovecot(to, text)).toMatch(/^[45]/)
  await db().account.update({ where: { address: to.address }, data: { quotaBytes: 1_000_000n } })
  expect(await toDovecot(to, text)).toMatch(/^250/)
  expect(await subjectsOf(to)).toEqual(['Again'])
})
