import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { Snoozed } from '@/lib/contract/timed'
import { sendJob } from '@/lib/db/job-queue'
import { sendNotice } from '@/lib/db/notices'
import { placeSnoozes, postponeSnoozes, saveSnoozes } from '@/lib/db/snoozes'
import { AppError } from '@/lib/errors'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { moveMessages } from '@/lib/mail/imap/move-messages'
import { followInbox } from '@/lib/service/follow-inbox'
import { groupByMailbox, type MessageGroup } from '@/lib/service/group-by-mailbox'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { refText } from '@/lib/service/ref-text'
import { withMailbox } from '@/lib/service/with-mailbox'

/** Time enough for a slow clock in the browser; sooner makes no sense. */
const soonestMs = -60_000

/** The job (worker/jobs) that brings back what is due. */
export const wakeJob = 'wake-snoozed'

/** Mailboxes whose messages never sleep: one's own, and what is thrown away. */
const awake = new Set<string | null>(['sent', 'drafts', 'scheduled', 'spam', 'trash'])

/** Of a conversation the inbox part sleeps; where nothing of it is in the inbox, what is filed. */
function sleeping(conversation: MessageRef[]): MessageRef[] {
  const asleep = conversation.filter(({ mailbox }) => mailbox === 'snoozed')
  const inbox = conversation.filter(({ mailbox }) => mailbox === 'inbox')
  if (inbox.length + asleep.length > 0) return [...inbox, ...asleep]
  return conversation.filter(({ mailbox }) => !awake.has(mailbox))
}

/** Messages already asleep get another time. */
async function postpone(account: MailAccount, group: MessageGroup, until: Date): Promise<void> {
  const guids = await withMailbox(account, group.mailbox.path, async (connection) =>
    group.isCurrent(connection) ? fetchItems(connection, group.uids.join(','), ['UID', 'X-GUID'], 'uid') : [],
  )
  await postponeSnoozes(
    account.accountId,
    guids.map(({ guid }) => guid),
    until,
  )
}

async function putToSleep(account: MailAccount, group: MessageGroup, newest: Set<string>, until: Date) {
  const target = await mailboxById(account, 'snoozed')
  return withMailbox(account, group.mailbox.path, async (connection): Promise<Snoozed['moved']> => {
    if (!group.isCurrent(connection)) return []
    const found = await fetchItems(connection, group.uids.join(','), ['UID', 'X-GUID'], 'uid')
    const refOf = (uid: number) => messageRef(group.mailbox.id, group.uidValidity, uid)
    const snoozes = found.map(({ uid, guid }) => ({
      guid,
      origin: group.mailbox.id,
      newest: newest.has(refText(refOf(uid))),
    }))
    await saveSnoozes(account.accountId, snoozes, until)
    const moved = await moveMessages(connection, group.uids, target.path)
    const pairs = found.flatMap(({ uid, guid }) => {
      const to = moved.uids.get(uid)
      return to === undefined ? [] : [{ guid, from: refOf(uid), to: messageRef(target.id, moved.uidValidity, to) }]
    })
    await placeSnoozes(account.accountId, new Map(pairs.map(({ guid, to }) => [guid, refText(to)])))
    return pairs.map(({ from, to }) => ({ from, to }))
  })
}

/**
 * Takes conversations out of the inbox until a time. `conversations` are their messages, oldest first; the last of each
 * comes back unread. Those already asleep get the new time.
 * @throws AppError `bad-request` when the time has passed; MailError of the connection
 */
export async function snoozeMessages(
  account: MailAccount,
  conversations: MessageRef[][],
  until: Date,
): Promise<Snoozed> {
  if (until.getTime() - Date.now() < soonestMs) throw new AppError('bad-request', 'the time to wake has passed')
  const chosen = conversations.map(sleeping)
  const newest = new Set(chosen.flatMap((refs) => refs.slice(-1).map(refText)))
  const snoozed: Snoozed = { changed: 0, moved: [] }
  for (const group of await groupByMailbox(account, chosen.flat())) {
    snoozed.changed += group.uids.length
    if (group.mailbox.role === 'snoozed') await postpone(account, group, until)
    else snoozed.moved.push(...(await putToSleep(account, group, newest, until)))
  }
  await sendJob(wakeJob, { accountId: account.accountId }, { at: until, key: account.accountId })
  await followInbox(account)
  await sendNotice({ accountId: account.accountId, topic: 'timed', id: '' })
  return snoozed
}
