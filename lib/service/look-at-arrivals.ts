import type { MailAccount } from '@/lib/auth/signed-in'
import { findArrivalPosition, moveArrivalPosition, stopFollowing } from '@/lib/db/arrival-positions'
import { findWaiting, hasFollowUps, settleFollowUp } from '@/lib/db/follow-ups'
import { sendNotice } from '@/lib/db/notices'
import { hasSnoozes } from '@/lib/db/snoozes'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { moveMessages } from '@/lib/mail/imap/move-messages'
import { atom, searchUidSet, string } from '@/lib/mail/imap/search-uid-set'
import { storeFlag } from '@/lib/mail/imap/store-flag'
import { mutedKeyword } from '@/lib/service/bulk-change'
import { type ConversationMessage, findConversation } from '@/lib/service/find-conversation'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { unsnoozeMessages } from '@/lib/service/wake-messages'
import { withMailbox } from '@/lib/service/with-mailbox'

type Arrival = { uid: number; messageId: string }
type Arrivals = { answers: Arrival[]; uidValidity: number; uidNext: number }

/** Only what says that it answers something can belong to a conversation that is known. */
async function readAnswers(connection: ImapConnection, from: number): Promise<Arrival[]> {
  const header = (name: string) => [atom('HEADER'), atom(name), string('')]
  const answering = [atom('OR'), ...header('REFERENCES'), ...header('IN-REPLY-TO')]
  const uids = await searchUidSet(connection, [atom('UID'), atom(`${from}:*`), ...answering])
  if (uids === '') return []
  const found = await fetchItems(connection, uids, ['UID', 'ENVELOPE'], 'uid')
  // `n:*` names the last message even when n is above it
  return found
    .filter(({ uid }) => uid >= from)
    .map(({ uid, envelope }) => ({ uid, messageId: envelope?.messageId ?? '' }))
}

async function readArrivals(account: MailAccount): Promise<Arrivals | null> {
  const position = await findArrivalPosition(account.accountId)
  if (position === null) return null
  const inbox = await mailboxById(account, 'inbox')
  return withMailbox(account, inbox.path, async (connection) => {
    if (connection.mailbox === false) return null
    const [uidValidity, uidNext] = [Number(connection.mailbox.uidValidity), connection.mailbox.uidNext]
    // an inbox made anew has nothing in it that anybody waited for
    if (uidValidity !== position.uidValidity) return { answers: [], uidValidity, uidNext }
    const answers = await readAnswers(connection, position.uidNext)
    const next = Math.max(uidNext, ...answers.map(({ uid }) => uid + 1))
    return { answers, uidValidity, uidNext: next }
  })
}

/** The new answer skips the inbox as what it answers did, and is muted itself: the next one may answer only it. */
async function mute(account: MailAccount, { uid }: Arrival): Promise<void> {
  const [inbox, archive] = [await mailboxById(account, 'inbox'), await mailboxById(account, 'archive')]
  await withMailbox(account, inbox.path, async (connection) => {
    await storeFlag(connection, [uid], mutedKeyword, true)
    await moveMessages(connection, [uid], archive.path)
  })
}

async function endFollowUps(account: MailAccount, conversation: ConversationMessage[]): Promise<void> {
  const ids = conversation.map(({ messageId }) => messageId)
  const waiting = await findWaiting(account.accountId, ids)
  for (const { id } of waiting) await settleFollowUp(id, 'answered', null)
  if (waiting.length > 0) await sendNotice({ accountId: account.accountId, topic: 'timed', id: '' })
}

/** What a new answer does to its conversation: a muted one stays away, a snoozed one comes back, a reminder is over. */
async function receive(account: MailAccount, arrival: Arrival): Promise<void> {
  const conversation = await findConversation(account, arrival.messageId)
  const self = conversation.find(({ messageId }) => messageId === arrival.messageId)
  if (self === undefined || self.from.includes(account.address)) return
  await endFollowUps(account, conversation)
  if (conversation.some(({ flags }) => flags.has(mutedKeyword))) return mute(account, arrival)
  const asleep = conversation.filter(({ ref }) => ref.mailbox === 'snoozed').map(({ ref }) => ref)
  if (asleep.length > 0) await unsnoozeMessages(account, asleep, 'inbox')
}

/**
 * Looks at what came into the inbox since the last look. How far it came is written down after each look, so that nothing
 * is missed while no worker runs; a look that was cut off is made again.
 * @throws MailError of the connection
 */
export async function lookAtArrivals(account: MailAccount): Promise<void> {
  const arrivals = await readArrivals(account)
  if (arrivals === null) return
  for (const arrival of arrivals.answers) {
    if (arrival.messageId !== '') await receive(account, arrival)
  }
  await moveArrivalPosition(account.accountId, arrivals)
}

/** Stops following an inbox that nothing waits in. */
export async function forgetWhenQuiet(account: MailAccount): Promise<void> {
  if ((await hasSnoozes(account.accountId)) || (await hasFollowUps(account.accountId))) return
  const all = await mailboxById(account, 'all')
  const muted = await withMailbox(account, all.path, (connection) =>
    searchUidSet(connection, [atom('KEYWORD'), atom(mutedKeyword)]),
  )
  if (muted === '') await stopFollowing(account.accountId)
}
