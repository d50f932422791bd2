import { expect, it } from 'vitest'
import { freshAccount, idsIn, putMany } from '@/e2e/timed'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { copyMessages } from '@/lib/mail/imap/move-messages'
import { statusOf } from '@/lib/mail/imap/status-of'
import { finishMove } from '@/lib/service/finish-move'
import { withMailbox } from '@/lib/service/with-mailbox'

it('ends an interrupted move with each message in the target once, also when the first attempt came to an end beside it', async () => {
  const account = await freshAccount()
  await putMany(account, 'm', 5)
  const moved = await withMailbox(account, 'INBOX', async (connection) => {
    const found = await fetchItems(connection, '1:*', ['UID', 'X-GUID'], 'uid')
    const messages = found.map(({ uid, guid }): [number, string] => [uid, guid])
    const journal = { messages, flags: [], targetNext: (await statusOf(connection, 'Archive')).uidNext }
    const uids = messages.map(([uid]) => uid)
    // two attempts have put all of it there, and none has taken it out of the inbox
    await copyMessages(connection, uids, 'Archive')
    await copyMessages(connection, uids, 'Archive')
    return finishMove(connection, 'INBOX', 'Archive', journal, true)
  })
  expect(moved.uids.size).toBe(5)
  expect(await idsIn(account, 'inbox')).toEqual([])
  expect((await idsIn(account, 'archive')).sort()).toEqual(['m-1', 'm-2', 'm-3', 'm-4', 'm-5'])
})
