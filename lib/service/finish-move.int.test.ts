import { expect, it } from 'vitest'
import { freshAccount, idsIn, putMany } from '@/e2e/timed'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { copyMessages, moveMessages } from '@/lib/mail/imap/move-messages'
import { statusOf } from '@/lib/mail/imap/status-of'
import { finishMove } from '@/lib/service/finish-move'
import { withMailbox } from '@/lib/service/with-mailbox'

/** The connection, with something that happens elsewhere just before it moves. */
function beforeItsMove(connection: ImapConnection, happens: () => Promise<unknown>): ImapConnection {
  return new Proxy(connection, {
    get(target, name) {
      const value = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return async (...given: unknown[]) => {
        if (name === 'exec' && given[0] === 'UID MOVE') await happens()
        return value.apply(target, given)
      }
    },
  })
}

/** Five messages in an inbox, and an attempt to archive them that repeats one of which `happened` is all that was done. */
async function repeated(
  happened: (connection: ImapConnection, uids: number[], account: MailAccount) => Promise<ImapConnection>,
) {
  const account = await freshAccount()
  await putMany(account, 'm', 5)
  const moved = await withMailbox(account, 'INBOX', async (connection) => {
    const found = await fetchItems(connection, '1:*', ['UID', 'X-GUID'], 'uid')
    const messages = found.map(({ uid, guid }): [number, string] => [uid, guid])
    const journal = { messages, flags: [], targetNext: (await statusOf(connection, 'Archive')).uidNext }
    const uids = messages.map(([uid]) => uid)
    return finishMove(await happened(connection, uids, account), 'INBOX', 'Archive', journal, true)
  })
  expect(moved.uids.size).toBe(5)
  expect(new Set(moved.uids.values()).size).toBe(5)
  expect(await idsIn(account, 'inbox')).toEqual([])
  expect((await idsIn(account, 'archive')).sort()).toEqual(['m-1', 'm-2', 'm-3', 'm-4', 'm-5'])
}

it('ends an interrupted move with each message in the target once, also when the first attempt came to an end beside it', () =>
  repeated(async (connection, uids) => {
    // two attempts have put all of it there, and none has taken it out of the inbox
    await copyMessages(connection, uids, 'Archive')
    await copyMessages(connection, uids, 'Archive')
    return connection
  }))

it('counts what the first attempt moved after it was looked for', () =>
  repeated(async (connection, uids, account) => {
    const late = (first: ImapConnection) => moveMessages(first, uids.slice(0, 4), 'Archive')
    return beforeItsMove(connection, () => withMailbox(account, 'INBOX', late))
  }))
