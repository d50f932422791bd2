import { expect, it } from 'vitest'
import { kill } from '@/e2e/crash'
import { freshAccount, idsIn, until } from '@/e2e/timed'
import { signMailToken } from '@/lib/auth/mail-token'
import { indexProgress } from '@/lib/db/word-index/find-messages'
import { wordIndex } from '@/lib/db/word-index/pool'
import { appendAll } from '@/scripts/seed/append'
import { corpus } from '@/scripts/seed/corpus'

const count = 3_000

it('a worker killed while it fills the index goes on where it was', async () => {
  const account = await freshAccount()
  // what was killed before may still be coming up
  await until(
    () => idsIn(account, 'inbox'),
    (ids) => ids.length === 0,
    60,
  )
  const { accountId, address, host } = account
  const target = { host: host.imapAddress, serverName: host.hostname, address, mailbox: 'INBOX' }
  const token = await signMailToken(account)
  const appending = appendAll({ ...target, token }, corpus(address, count, 'killed'), () => undefined)
  const progress = () => indexProgress(accountId)
  const filled = async () => (await progress()).indexed
  await expect.poll(filled, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0)
  expect(kill('worker')).toBe(true)
  expect(await filled()).toBeLessThan(count)
  await appending
  const all = { indexed: count, total: count, complete: true }
  await expect.poll(progress, { timeout: 100_000, interval: 200 }).toEqual(all)
  const { rows } = await wordIndex().query(
    `SELECT p.uid::int FROM indexed_places p JOIN indexed_mailboxes b ON b.id = p.mailbox_id
     WHERE b.account_id = $1 ORDER BY p.uid`,
    [accountId],
  )
  expect(rows.map(({ uid }) => uid)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
})
