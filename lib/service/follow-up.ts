import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import { findMailAccountById } from '@/lib/db/accounts'
import { findFollowUp, removeFollowUp, saveFollowUp, settleFollowUp } from '@/lib/db/follow-ups'
import { sendJob } from '@/lib/db/job-queue'
import { sendNotice } from '@/lib/db/notices'
import { AppError } from '@/lib/errors'
import { type ConversationMessage, findConversation } from '@/lib/service/find-conversation'
import { followInbox } from '@/lib/service/follow-inbox'
import { raiseInInbox } from '@/lib/service/raise-in-inbox'
import { refText } from '@/lib/service/ref-text'

/** The job (worker/jobs) that reminds when the time has come. */
export const remindJob = 'remind-follow-up'

const unsent = new Set(['drafts', 'scheduled'])

/** Messages other people wrote in answer; arrival is known to the second, so `since` itself counts. */
const answersTo = (conversation: ConversationMessage[], account: MailAccount, since: Date) =>
  conversation.filter(({ from, arrival }) => arrival >= since && !from.includes(account.address))

/**
 * Reminds of a message sent when nobody has answered until `due`; null takes the reminder back.
 * @throws AppError `bad-request` when the time has passed, `not-found` when there is no such message
 */
export async function setFollowUp(account: MailAccount, messageId: string, due: Date | null): Promise<void> {
  const { accountId } = account
  if (due === null) await removeFollowUp(accountId, messageId)
  else {
    if (due.getTime() < Date.now() - 60_000) throw new AppError('bad-request', 'the time to remind has passed')
    const conversation = await findConversation(account, messageId)
    const sent = conversation.find((message) => message.messageId === messageId)
    if (sent === undefined) throw new AppError('not-found', 'no message of this Message-ID')
    await keepFollowUp(account, messageId, sent.arrival, due)
  }
  await sendNotice({ accountId, topic: 'timed', id: '' })
}

/** The same for a message that was sent just now, at `sentAt`: it need not be looked for. */
export async function keepFollowUp(account: MailAccount, messageId: string, sentAt: Date, due: Date): Promise<void> {
  const followUpId = await saveFollowUp(account.accountId, messageId, sentAt, due)
  await sendJob(remindJob, { followUpId }, { at: due, key: followUpId })
  await followInbox(account)
}

/**
 * What goes on top of the inbox: the newest message somebody else wrote, or when there is none the one sent, of which the
 * inbox gets a copy and Sent keeps its own.
 */
function toRaise(conversation: ConversationMessage[], messageId: string): { ref: MessageRef; copy: boolean } | null {
  const received = conversation.filter(({ ref }) => ref.mailbox !== 'sent' && !unsent.has(ref.mailbox))
  const newest = received.at(-1)
  if (newest !== undefined) return { ref: newest.ref, copy: false }
  const sent = conversation.find((message) => message.messageId === messageId)
  return sent === undefined ? null : { ref: sent.ref, copy: true }
}

/**
 * The time of a reminder has come: nothing when somebody answered, or the message is gone; else its conversation comes to
 * the top of the inbox, unread. May be repeated after any fault.
 * @throws MailError of the connection
 */
export async function remindFollowUp(id: string): Promise<void> {
  const row = await findFollowUp(id)
  // set anew for a later time: another job does it
  if (row?.state !== 'waiting' || row.due.getTime() > Date.now() + 1_000) return
  const account = await findMailAccountById(row.accountId)
  if (account === null) return
  const conversation = await findConversation(account, row.messageId)
  const raise = toRaise(conversation, row.messageId)
  if (raise === null || answersTo(conversation, account, row.sentAt).length > 0) {
    await settleFollowUp(id, 'answered', null)
  } else {
    const ref = await raiseInInbox(account, raise.ref, raise.copy)
    await settleFollowUp(id, 'reminded', ref && refText(ref))
  }
  await sendNotice({ accountId: row.accountId, topic: 'timed', id: '' })
}
