import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createAccount } from '@/e2e/accounts'
import { deliver } from '@/e2e/deliver'
import { waitForMessage } from '@/e2e/mailbox-of'
import { addresses, domainOf, type HostName, logFile } from '@/e2e/world'

const run = promisify(execFile)
const ca = logFile('secrets', 'mail-ca.pem')
const nameOf = (host: HostName) => `mx1.${domainOf[host]}`
const subjectOf = (text: string) => `${text} ${randomBytes(4).toString('hex')}`

/** curl, with the mail host's name resolved to its address of this world. */
const curl = (host: HostName, port: number, args: string[]) =>
  run('curl', ['-sS', '--cacert', ca, '--resolve', `${nameOf(host)}:${port}:${addresses[host]}`, ...args])

/** A configuration that copies the inbox of `user` into a Maildir under `folder`. */
const mbsyncConfig = (host: HostName, user: string, password: string, folder: string) =>
  [
    ...[
      'IMAPAccount a',
      `Host ${addresses[host]}`,
      `User ${user}`,
      `Pass ${password}`,
      'SSLType None',
      'AuthMechs LOGIN',
      '',
    ],
    ...['IMAPStore far', 'Account a', '', 'MaildirStore near', `Path ${folder}/`, `Inbox ${folder}/INBOX`, ''],
    ...['Channel c', 'Far :far:', 'Near :near:', 'Patterns INBOX', 'Create Near', 'SyncState *', ''],
  ].join('\n')

/** Opens the inbox, saves its first message to `saved` and quits. */
const muttConfig = (user: string, password: string, folder: string, saved: string) =>
  [
    ...[
      `set folder="${folder}"`,
      `set imap_user="${user}"`,
      `set imap_pass="${password}"`,
      'set imap_authenticators="login"',
    ],
    ...['set ssl_starttls=no', 'set ssl_force_tls=no', 'set mbox_type=Maildir', 'set confirmappend=no'],
    ...['set confirmcreate=no', 'set quit=yes', `push "<copy-message>${saved}<enter><quit>"`, ''],
  ].join('\n')

describe.each<HostName>(['blue', 'red'])('clients we did not write, at %s', (host) => {
  test('curl reads over IMAP and POP3', async () => {
    const account = await createAccount(host)
    const subject = subjectOf('For curl')
    await deliver(account, { subject, text: 'Read me.' })
    await waitForMessage(account, subject)
    const user = ['-u', `${account.address}:${account.password}`]
    const imap = await curl(host, 993, [...user, `imaps://${nameOf(host)}/INBOX;MAILINDEX=1`])
    expect(imap.stdout).toContain(subject)
    const pop = await curl(host, 110, [...user, '--ssl-reqd', `pop3://${nameOf(host)}/1`])
    expect(pop.stdout).toContain(subject)
  })

  test('curl and swaks send', async () => {
    const account = await createAccount(host)
    const [byCurl, bySwaks] = [subjectOf('By curl'), subjectOf('By swaks')]
    const file = join(mkdtempSync(join(tmpdir(), 'waypost-')), 'mail.eml')
    writeFileSync(file, `From: ${account.address}\r\nTo: ${account.address}\r\nSubject: ${byCurl}\r\n\r\nHello\r\n`)
    const envelope = ['--mail-from', account.address, '--mail-rcpt', account.address, '-T', file]
    await curl(host, 465, ['-u', `${account.address}:${account.password}`, ...envelope, `smtps://${nameOf(host)}`])
    await run('swaks', [
      ...['--server', addresses[host], '--port', '587', '-tls', '--auth', 'PLAIN'],
      ...['--auth-user', account.address, '--auth-password', account.password],
      ...['--from', account.address, '--to', account.address, '--header', `Subject: ${bySwaks}`],
    ])
    await waitForMessage(account, byCurl)
    await waitForMessage(account, bySwaks)
  })

  test('mbsync copies the mailbox', async () => {
    const account = await createAccount(host)
    const subject = subjectOf('For mbsync')
    await deliver(account, { subject, text: 'Copy me.' })
    await waitForMessage(account, subject)
    const folder = mkdtempSync(join(tmpdir(), 'waypost-mbsync-'))
    const rc = join(folder, 'mbsyncrc')
    writeFileSync(rc, mbsyncConfig(host, account.address, account.password, folder))
    await run('mbsync', ['-c', rc, 'c'])
    const copied = ['new', 'cur'].flatMap((name) => readdirSync(join(folder, 'INBOX', name)))
    expect(copied).toHaveLength(1)
  })

  test('neomutt opens the mailbox and saves the message', async () => {
    const account = await createAccount(host)
    const subject = subjectOf('For neomutt')
    await deliver(account, { subject, text: 'Open me.' })
    await waitForMessage(account, subject)
    const folder = mkdtempSync(join(tmpdir(), 'waypost-neomutt-'))
    const saved = join(folder, 'saved')
    const rc = join(folder, 'muttrc')
    writeFileSync(rc, muttConfig(account.address, account.password, folder, saved))
    // a mail reader for people wants a terminal: script(1) lends one
    await run('script', ['-qec', `neomutt -n -F ${rc} -f imap://${addresses[host]}/INBOX`, '/dev/null'], {
      env: { ...process.env, TERM: 'xterm', HOME: folder },
      timeout: 30_000,
    })
    expect(['new', 'cur'].flatMap((name) => readdirSync(join(saved, name)))).toHaveLength(1)
  })
})

test('dig gets MX, TXT and PTR, and that no other name exists', async () => {
  const dig = async (...question: string[]) =>
    (await run('dig', [`@${addresses.dns}`, '+noall', '+answer', '+comments', ...question])).stdout
  const mx = await dig('redemailserver.com', 'MX')
  expect(mx).toMatch(/10 mx1\.redemailserver\.com\./)
  expect(mx).toMatch(/20 mx2\.redemailserver\.com\./)
  expect(await dig('blueemailserver.com', 'TXT')).toMatch(/v=spf1/)
  expect(await dig('s1._domainkey.blueemailserver.com', 'TXT')).toMatch(/v=DKIM1/)
  expect(await dig('_dmarc.redemailserver.com', 'TXT')).toMatch(/v=DMARC1/)
  expect(await dig('-x', addresses.red)).toMatch(/PTR\s+mx1\.redemailserver\.com\./)
  expect(await dig('example.com', 'A')).toMatch(/status: NXDOMAIN/)
})
