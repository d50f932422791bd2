import { beforeAll, expect, test } from 'vitest'
import { createAccount } from '@/e2e/accounts'
import type { MailAccount } from '@/lib/auth/signed-in'
import { findMailAccount } from '@/lib/db/accounts'
import { appendMessage } from '@/lib/mail/imap/append-message'
import { createFolder, deleteFolder, renameFolder } from '@/lib/mail/imap/change-folders'
import { type ImapConnection, openConnection } from '@/lib/mail/imap/connection'
import { findByMessageId } from '@/lib/mail/imap/find-by-message-id'
import { listMailboxes } from '@/lib/mail/imap/list-mailboxes'
import { statusOf } from '@/lib/mail/imap/status-of'
import { imapTarget } from '@/lib/service/with-mailbox'

let account: MailAccount
beforeAll(async () => {
  const { address } = await createAccount('blue', 'lost')
  const found = await findMailAccount(address)
  if (found === null) throw new Error('the account was not made')
  account = found
})

type Command = (connection: ImapConnection) => Promise<unknown>

const commands: [string, Command][] = [
  ['STATUS', (connection) => statusOf(connection, 'Archive')],
  ['SEARCH', (connection) => findByMessageId(connection, '<nobody@test>')],
  [
    'APPEND',
    (connection) => appendMessage(connection, 'Archive', { content: Buffer.from('Subject: x\r\n\r\nx\r\n') }, []),
  ],
  ['CREATE', (connection) => createFolder(connection, 'Made')],
  ['RENAME', (connection) => renameFolder(connection, 'Made', 'Made again', [])],
  ['LIST', (connection) => listMailboxes(connection)],
  ['DELETE', (connection) => deleteFolder(connection, 'Made again')],
]

async function withOpen(use: Command): Promise<void> {
  const connection = await openConnection(imapTarget(account))
  try {
    await connection.mailboxOpen('INBOX')
    await use(connection)
  } finally {
    connection.close()
  }
}

test.each(commands)('%s is answered by the server', (_, command) => withOpen(command))

test.each(commands)('%s says so when the connection is lost before it', (_, command) =>
  withOpen(async (connection) => {
    connection.close()
    await expect(command(connection)).rejects.toMatchObject({ code: 'imap-unavailable' })
  }))

test.each(commands)('%s says so when the connection is lost while it waits', (_, command) =>
  withOpen(async (connection) => {
    const asked = command(connection)
    connection.close()
    await expect(asked).rejects.toMatchObject({ code: 'imap-unavailable' })
  }))

test('STATUS of a mailbox that is not there says that it is gone', () =>
  withOpen((connection) =>
    expect(statusOf(connection, 'Nowhere')).rejects.toMatchObject({ code: 'mailbox-not-found' }),
  ))
