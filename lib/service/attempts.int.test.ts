import { expect, test } from 'vitest'
import { createAccount } from '@/e2e/accounts'
import { append } from '@/e2e/deliver'
import { ask, cookieOf, person } from '@/e2e/web-client'
import { addresses } from '@/e2e/world'
import type { AttemptList } from '@/lib/contract/attempts'
import { db } from '@/lib/db/client'
import { SmtpTalk } from '@/mailserver/smtp-talk'

type Person = Awaited<ReturnType<typeof person>>

const attemptsOf = (who: Person) => who.call<AttemptList>('GET', '/api/attempts')

async function tryToWrite(from: string, to: string, size = 0): Promise<string> {
  const talk = await SmtpTalk.open(addresses.red)
  await talk.say(`MAIL FROM:<${from}> SIZE=${size}`)
  const answer = await talk.say(`RCPT TO:<${to}>`)
  talk.close()
  return answer
}

test('refusals for the own address, a tag and an alias are listed word for word, and nobody else has them', async () => {
  const other = await person('red')
  const account = await createAccount('red')
  const { address } = account
  const alias = `alias-${address}`
  await db().alias.create({ data: { address: alias, target: address, domainName: 'redemailserver.com' } })
  const cookie = await cookieOf(account)
  const own = async () => (await ask('GET', '/api/attempts', { cookie })).json as AttemptList
  const recipients = [address, address.replace('@', '+shop@'), alias]
  for (const to of recipients) expect(await tryToWrite('"a b"@example.net', to)).toMatch(/^550 5\.1\.7/)
  const listed = async () => (await own()).attempts.map(({ recipient }) => recipient).toSorted()
  await expect.poll(listed, { timeout: 20_000 }).toEqual(recipients.toSorted())
  const [attempt] = (await own()).attempts
  expect(attempt).toMatchObject({ outcome: 'refused', client: { address: expect.stringMatching(/^127\./) } })
  expect(attempt?.words).toMatch(/^550 5\.1\.7 .*Quoted or malformed names are not accepted here$/)
  expect(await attemptsOf(other)).toMatchObject({ attempts: [] })
})

test('a full mailbox is told to its owner too', async () => {
  const full = await person('red', 'full', 20_000n)
  await append(full.account, `Subject: fills it\r\n\r\n${'x'.repeat(19_900)}\r\n`)
  expect(await tryToWrite('someone@example.net', full.account.address, 60_000)).toMatch(/^55[02] 5\.2\.2/)
  const words = async () => (await attemptsOf(full)).attempts.map(({ words }) => words)
  await expect.poll(words, { timeout: 20_000 }).toEqual([expect.stringContaining('5.2.2')])
})
