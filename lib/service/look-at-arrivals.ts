import type { MailAccount } from '@/lib/auth/signed-in'
import { findArrivalPosition, moveArrivalPosition, stopFollowing } from '@/lib/db/arrival-positions'
import { findWaiting, hasFollowUps, settleFollowUp } from '@/lib/db/follow-ups'
import { sendNotice } from '@/lib/db/notices'
import { hasSnoozes } from '@/lib/db/snoozes'
import { AppError } from '@/lib/errors'
import { MailError } from '@/lib/mail/errors'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { moveMessages } from '@/lib/mail/imap/move-messages'
import { atom, searchUidSet, string } from '@/lib/mail/imap/search-uid-set'
import { storeFlag } from '@/lib/mail/imap/store-flag'
import { uidsOf } from '@/lib/mail/imap/uid-set'
import { mutedKeyword } from '@/lib/service/bulk-change'
import { type ConversationMessage, findConversation } from '@/lib/service/find-conversation'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { awaitsReceipts } from '@/lib/service/receipts/asked-message'
import { takeReceipt } from '@/lib/service/receipts/take-receipt'
import { unsnoozeMessages } from '@/lib/service/wake-messages'
import { withMailbox } from '@/lib/service/with-mailbox'

type Arrival = { uid: number; messageId: string; receipt: boolean }
type Arrivals = { answers: Arrival[]; uidValidity: number; uidNext: number }

/** Only what says that it answers something can belong to a conversation that is known; and read receipts, whatever they say. */
async function readAnswers(connection: ImapConnection, from: number): Promise<Arrival[]> {
  const header = (name: string) => [atom('HEADER'), atom(name), string('')]
  const isNew = [atom('UID'), atom(`${from}:*`)]
  const isReceipt = [atom('HEADER'), atom('CONTENT-TYPE'), string('disposition-notification')]
  const answering = [atom('OR'), ...header('REFERENCES'), ...header('IN-REPLY-TO')]
  const uids = await searchUidSet(connection, [...isNew, atom('OR'), ...isReceipt, ...answering])
  if (uids === '') return []
  const receipts = new Set(uidsOf(await searchUidSet(connection, [...isNew, ...isReceipt])))
  const found = await fetchItems(connection, uids, ['UID', 'ENVELOPE'], 'uid')
  // `n:*` names the last message even when n is above it
  return found
    .filter(({ uid }) => uid >= from)
    .map(({ uid, envelope }) => ({ uid, messageId: envelope?.messageId ?? '', receipt: receipts.has(uid) }))
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

/** Takes a read receipt. False for what only looks like one. */
async function isReceiptTaken(account: MailAccount, { uid, receipt }: Arrival, uidValidity: number): Promise<boolean> {
  if (!receipt) return false
  try {
    await takeReceipt(account, messageRef('inbox', uidValidity, uid))
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return false
    // somebody was faster to move it: what took it there will read it, or nobody
    if ((error instanceof AppError || error instanceof MailError) && error.code === 'message-gone') return true
    throw error
  }
}

/**
 * What a new answer does to its conversation: a muted one stays away, a snoozed one comes back, a reminder is over. A read
 * receipt is no answer.
 */
async function receive(account: MailAccount, arrival: Arrival, uidValidity: number): Promise<void> {
  const receipt = await isReceiptTaken(account, arrival, uidValidity)
  if (arrival.messageId === '') return
  const conversation = await findConversation(account, arrival.messageId)
  const self = conversation.find(({ messageId }) => messageId === arrival.messageId)
  if (self === undefined || self.from.includes(account.address)) return
  if (!receipt) await endFollowUps(account, conversation)
  if (conversation.some(({ flags }) => flags.has(mutedKeyword))) return mute(account, arrival)
  if (receipt) return
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
    await receive(account, arrival, arrivals.uidValidity)
  }
  await moveArrivalPosition(account.accountId, arrivals)
}

/** Stops following an inbox that nothing waits in. */
export async function forgetWhenQuiet(account: MailAccount): Promise<void> {
  if ((await hasSnoozes(account.accountId)) || (await hasFollowUps(account.accountId))) return
  if (await awaitsReceipts(account)) return
  const all = await mailboxById(account, 'all')
  const muted = await withMailbox(account, all.path, (connection) =>
    searchUidSet(connection, [atom('KEYWORD'), atom(mutedKeyword)]),
  )
  if (muted === '') await stopFollowing(account.accountId)
}
