import { expect, test } from 'vitest'
import { append } from '@/e2e/deliver'
import { person } from '@/e2e/web-client'
import { noFilters } from '@/lib/contract/no-filters'
import type { RecipientsChecked } from '@/lib/contract/recipients'
import { db } from '@/lib/db/client'

type Person = Awaited<ReturnType<typeof person>>
const check = (who: Person, ...addresses: string[]) =>
  who.call<RecipientsChecked>('POST', '/api/recipients/check', { addresses })

test('own domains: what is there, by alias and +tag too, is fine; what is not, and what is full, is said', async () => {
  const [who, other] = [await person('blue'), await person('red')]
  const full = await person('blue', 'full', 1000n)
  await append(full.account, `Subject: x\r\n\r\n${'x'.repeat(900)}\r\n`)
  await db().account.update({ where: { address: full.account.address }, data: { quotaBytes: 500n } })
  const alias = `desk-${other.account.address}`
  await db().alias.create({ data: { address: alias, target: other.account.address, domainName: 'redemailserver.com' } })
  const fine = [other.account.address, other.account.address.replace('@', '+x@'), alias, who.account.address]
  const all = () => check(who, ...fine, 'nobody-at-all@redemailserver.com', full.account.address)
  // what is not known in time is not said, but is the next time; ten times this many are answered within a minute
  await expect.poll(all, { timeout: 20_000, interval: 3_000 }).toEqual({
    problems: [
      { address: 'nobody-at-all@redemailserver.com', problem: 'no-such-mailbox', suggestion: null },
      { address: full.account.address, problem: 'mailbox-full', suggestion: null },
    ],
    away: false,
  })
})

test('other domains: no MX and no address is said, with the name probably meant; an address alone takes mail', async () => {
  const who = await person('blue')
  const all = () => check(who, 'john@redemailsever.com', 'x@mx1.redemailserver.com', 'not an address')
  await expect
    .poll(async () => (await all()).problems, { timeout: 20_000, interval: 1_000 })
    .toEqual([{ address: 'john@redemailsever.com', problem: 'no-mail-server', suggestion: 'john@redemailserver.com' }])
})

test('a person who tries many addresses of our own is told nothing after a while', async () => {
  const who = await person('blue')
  const told: string[] = []
  // a few at a time, so that each is answered in time on a slow machine too
  for (let from = 0; from < 80; from += 20) {
    const guesses = Array.from({ length: 20 }, (_, index) => `guess-${from + index}@redemailserver.com`)
    told.push(...(await check(who, ...guesses)).problems.map(({ address }) => address))
  }
  expect(told).toHaveLength(60)
  expect((await check(who, 'nobody-at-all@redemailserver.com')).problems).toEqual([])
})

test('one’s own answer while away is remembered', async () => {
  const who = await person('blue')
  const vacation = { ...noFilters.vacation, enabled: true, text: 'away' }
  await who.call('PUT', '/api/filters', { set: { ...noFilters, vacation }, replace: false })
  expect(await check(who)).toEqual({ problems: [], away: true })
})
