import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshAccount, idsIn, put, until } from '@/e2e/timed'
import { run } from '@/scripts/world/paths'

const conf = join(run, 'blue', 'dovecot', 'dovecot.conf')

/** One IMAP session of blue's own Dovecot, with a setting changed: signs in, signs out. It wants a pipe and no socket for output. */
const session = (address: string, setting: string) =>
  spawnSync('sh', [
    '-c',
    'printf \'1 LOGOUT\\r\\n\' | /usr/lib/dovecot/imap "$@" | cat',
    'sh',
    '-c',
    conf,
    '-o',
    setting,
    '-u',
    address,
  ])

test('mail in Trash and Spam is removed by itself after 30 days, and nowhere else', () => {
  const { stdout } = spawnSync('/usr/bin/doveconf', ['-c', conf, 'namespace'], { encoding: 'utf8' })
  const mailboxes = [...stdout.matchAll(/mailbox (\S+) \{([^}]*)\}/g)]
  const removed = mailboxes.filter(([, , settings]) => /autoexpunge = (?!0\b)/.test(settings ?? ''))
  expect(removed.map(([, name, settings]) => [name, /autoexpunge = (.*)/.exec(settings ?? '')?.[1]])).toEqual([
    ['Spam', '30 days'],
    ['Trash', '30 days'],
  ])
})

test('what is older goes when a session ends', async () => {
  const account = await freshAccount()
  await put(account, { id: 'old' }, 'Trash')
  await put(account, { id: 'kept' })
  // a message counts from when it came into Trash, which no test can set back: so a second takes the place of 30 days
  await until(
    async () => {
      session(account.address, 'namespace/inbox/mailbox/Trash/autoexpunge=1s')
      return idsIn(account, 'trash')
    },
    (ids) => ids.length === 0,
  )
  expect(await idsIn(account, 'inbox')).toEqual(['kept'])
})
