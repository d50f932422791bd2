import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import { messagesIn, waitForMessage } from '@/e2e/mailbox-of'
import { person } from '@/e2e/web-client'
import { addresses } from '@/e2e/world'
import type { Filters } from '@/lib/contract/filters'
import { noFilters } from '@/lib/contract/no-filters'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { SmtpTalk } from '@/mailserver/smtp-talk'

const firstHop =
  'Received: from client.example (client.example [192.0.2.7]) by mx.example (Postfix) id 4jZ1mG5ZytzNRWB; Wed, 25 Nov 2026 01:00:00 +0000'
const messageLines = (subject: string, id: string) =>
  [firstHop, 'From: a@example.net', `Subject: ${subject}`, `Message-ID: <${id}@example.net>`, '', 'x'].join('\r\n')

async function handOver(talk: SmtpTalk, to: TestAccount, text: string): Promise<string> {
  await talk.say('MAIL FROM:<a@example.net>')
  expect(await talk.say(`RCPT TO:<${to.address}>`)).toMatch(/^250/)
  await talk.say('DATA')
  talk.write(`${text}\r\n.\r\n`)
  return talk.reply()
}

const throughPostfix = async (to: TestAccount, text: string) => handOver(await SmtpTalk.open(addresses.red), to, text)

/** As our Postfix does, from a file in its queue. */
async function toDovecot(to: TestAccount, queueId: string, text: string): Promise<string> {
  const socket = join(env.data, 'red', 'spool', 'private', 'dovecot-lmtp')
  const hop = `Received: from mx.example (mx.example [192.0.2.8]) by mx1.redemailserver.com (Postfix) with ESMTP id ${queueId} for <${to.address}>; Wed, 25 Nov 2026 01:00:00 +0000`
  return handOver(await SmtpTalk.lmtp(socket), to, `${hop}\r\n${text}`)
}

const subjectsOf = async (to: TestAccount, mailbox?: string) =>
  (await messagesIn(to, mailbox)).map(({ subject }) => subject).toSorted()

test('whoever repeats all that another message said does not have that one dropped', async () => {
  const to = await createAccount('red')
  const id = randomUUID()
  expect(await throughPostfix(to, messageLines('Of a stranger', id))).toMatch(/^250/)
  await waitForMessage(to, 'Of a stranger')
  expect(await throughPostfix(to, messageLines('The real one', id))).toMatch(/^250/)
  await waitForMessage(to, 'The real one')
})

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
      expect(await toDovecot(account, queueId, messageLines(subject, id))).toMatch(/^250/)
  }
  expect(await subjectsOf(account)).toEqual(['Plain', 'Plain'])
  expect(await subjectsOf(account, 'Trash')).toEqual(['Filed', 'Filed'])
})

test('what could not be stored is no repeat when it comes again', async () => {
  const to = await createAccount('red', 'full', 1n)
  const text = messageLines('Again', randomUUID())
  expect(await toDovecot(to, '4jZ1mG5ZytzCCCC', text)).toMatch(/^[45]/)
  await db().account.update({ where: { address: to.address }, data: { quotaBytes: 1_000_000n } })
  expect(await toDovecot(to, '4jZ1mG5ZytzCCCC', text)).toMatch(/^250/)
  expect(await subjectsOf(to)).toEqual(['Again'])
})
