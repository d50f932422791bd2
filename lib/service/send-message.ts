import type { MailAccount } from '@/lib/auth/signed-in'
import type { Draft, MessageSent, SendOptions } from '@/lib/contract/drafts'
import type { MessageRef } from '@/lib/contract/messages'
import { findByMessageIdOf, findOutboxRow, type OutboxRow, removeOutboxRow, takeForStoring } from '@/lib/db/outbox'
import { AppError } from '@/lib/errors'
import { MailError } from '@/lib/mail/errors'
import { envelopeOf, parseRecipients, type Recipients } from '@/lib/service/draft-addresses'
import { type BuiltMessage, withBuiltMessage } from '@/lib/service/draft-message'
import { writeDraftNote } from '@/lib/service/draft-note'
import { senderOf } from '@/lib/service/draft-sender'
import { askForJob, carryOn } from '@/lib/service/outbox/carry-on'
import { tidy } from '@/lib/service/outbox/finish-sent'
import { findHeldCopy, removeHeldCopies } from '@/lib/service/outbox/held-copies'
import { holdMessage } from '@/lib/service/outbox/hold-message'
import { toHeldMessage } from '@/lib/service/outbox/list-outbox'
import { throwRefusal } from '@/lib/service/outbox/refusal'
import { sendUnheld } from '@/lib/service/outbox/send-unheld'
import { silentSince } from '@/lib/service/outbox/while-storing'
import { readPreferences } from '@/lib/service/preferences'
import { removeMessages } from '@/lib/service/remove-messages'
import { removeUpload } from '@/lib/service/remove-upload'
import { findSentCopy, removeVersions } from '@/lib/service/store-copy'

// What is being sent, by account and Message-ID: a second Send of the same message joins the first.
const shared = globalThis as typeof globalThis & { waypostSending?: Map<string, Promise<MessageSent>> }
shared.waypostSending ??= new Map()
const sending = shared.waypostSending

/** Time enough for a slow clock in the browser; later than that is a mistake. */
const soonestMs = -60_000
const latestMs = 10 * 366 * 24 * 60 * 60 * 1000

/** A scheduled message can be taken back until its time; the screen offers it for so long. */
const offerSeconds = 10

/** When this process fails in the middle of sending at once, the worker goes on after this long. */
const takeOverMs = 25_000

/**
 * Sends a draft: all recipients or none. It is stored in Scheduled first, whatever happens then; it leaves at `sendAt`, or when
 * the person's time to undo has passed, by the worker's hand, and at once where there is no such time. A message that has
 * already left (the answer was lost, the person pressed again) is answered as sent and not sent twice.
 * @throws AppError `invalid-address`, `smtputf8-unsupported`, `message-too-large`, `upload-incomplete`, `bad-request` for a time
 * that has passed, and when it is sent at once `recipient-refused`, `sender-not-allowed`, `submission-refused`; MailError of
 * IMAP when the message can neither be stored nor looked for
 */
export function sendMessage(
  account: MailAccount,
  draft: Draft,
  saved: MessageRef | null,
  options: SendOptions,
): Promise<MessageSent> {
  const key = `${account.accountId} ${draft.messageId}`
  const known = sending.get(key)
  if (known) return known
  const sent = sendOnce(account, draft, saved, options).finally(() => sending.delete(key))
  sending.set(key, sent)
  return sent
}

function plannedTime(sendAt: string | null): Date | null {
  if (sendAt === null) return null
  const at = new Date(sendAt)
  const ahead = at.getTime() - Date.now()
  if (ahead < soonestMs || ahead > latestMs) throw new AppError('bad-request', 'no time to send at')
  return at
}

type Sending = { draft: Draft; recipients: Recipients; at: Date | null; undoSeconds: number; options: SendOptions }

async function sendOnce(
  account: MailAccount,
  draft: Draft,
  saved: MessageRef | null,
  options: SendOptions,
): Promise<MessageSent> {
  const recipients = parseRecipients(draft)
  const at = plannedTime(options.sendAt)
  const undoSeconds = at === null ? (await readPreferences(account)).undoSeconds : 0
  const what = { draft, recipients, at, undoSeconds, options }
  const answer =
    (await alreadySent(account, draft.messageId)) ??
    (await withBuiltMessage(account, draft, recipients, { date: at ?? new Date() }, (built) =>
      leave(account, built, what),
    ))
  await tidy('the draft', () => removeDraft(account, draft, saved))
  await tidy('the uploads', async () => {
    for (const { uploadId } of draft.attachments) await removeUpload(account, uploadId)
  })
  return answer
}

/** The answer for a message that is past storing anew; null when it is not. */
async function alreadySent(account: MailAccount, messageId: string): Promise<MessageSent | null> {
  const row = await findByMessageIdOf(account.accountId, messageId)
  if (row !== null) return row.state === 'sent' ? sentAnswer(account, messageId, row.createdAt) : null
  // sent by another program, or so long ago that its row is gone
  const copy = await findSentCopy(account, messageId)
  return copy === null ? null : { messageId, copy, held: null }
}

async function leave(account: MailAccount, built: BuiltMessage, what: Sending): Promise<MessageSent> {
  const { draft, recipients, at, undoSeconds, options } = what
  const { messageId } = draft
  const sender = await senderOf(account, draft)
  const row = {
    sender: sender.address,
    recipients: envelopeOf(recipients),
    note: writeDraftNote(draft),
    remindInDays: options.remindInDays,
    sendAt: at ?? new Date(),
  }
  const id = await takeForStoring(account.accountId, messageId, row, silentSince())
  if (id === null) return joined(account, draft)
  try {
    const sendAt = await holdMessage(account, built, { id, messageId, recipients, at, undoSeconds })
    const atOnce = at === null && undoSeconds === 0
    await askForJob(id, atOnce ? new Date(Date.now() + takeOverMs) : sendAt)
    if (atOnce) return await sendAtOnce(account, id, draft)
  } catch (error) {
    if (!(error instanceof MailError && error.code === 'quota-exceeded')) throw error
    await sendUnheld(account, id, built)
    return { messageId, copy: null, held: null }
  }
  return standing(account, draft, await findOutboxRow(id), at === null ? undoSeconds : offerSeconds)
}

/** The answer for a message another Send goes on with. Without a copy in Scheduled only that Send has it: then this draft stays. */
async function joined(account: MailAccount, draft: Draft): Promise<MessageSent> {
  const row = await findByMessageIdOf(account.accountId, draft.messageId)
  const needsCopy = row !== null && !['storing', 'accepted', 'sent'].includes(row.state)
  if (needsCopy && (await findHeldCopy(account, draft.messageId)) === null) {
    throw unsettled('only who is sending it has the message')
  }
  return standing(account, draft, row, 0)
}

/** A refusal is the composer's to show: the draft is still there, so nothing stays in Scheduled. */
async function sendAtOnce(account: MailAccount, id: string, draft: Draft): Promise<MessageSent> {
  await carryOn(id)
  const row = await findOutboxRow(id)
  if (row?.state === 'stopped') {
    await removeHeldCopies(account, draft.messageId)
    await removeOutboxRow(id, ['stopped'])
    throwRefusal(row)
  }
  return standing(account, draft, row, offerSeconds)
}

/** `since` is when Send was first pressed for it. */
async function sentAnswer(account: MailAccount, messageId: string, since: Date): Promise<MessageSent> {
  return { messageId, copy: await findSentCopy(account, messageId, since), held: null }
}

/** What is not seen to be held or sent is told as neither: the draft stays. */
const unsettled = (why: string) => new AppError('submission-unavailable', why, { retryable: true })

async function standing(account: MailAccount, draft: Draft, row: OutboxRow | null, undoSeconds: number) {
  const { messageId, subject } = draft
  if (row === null) {
    const answer = await sentAnswer(account, messageId, new Date())
    if (answer.copy === null) throw unsettled('the message is neither held nor in Sent')
    return answer
  }
  if (row.state === 'storing') throw unsettled('another process is storing the message')
  if (row.state === 'sent') return sentAnswer(account, messageId, row.createdAt)
  return { messageId, copy: null, held: { ...toHeldMessage(row, { ref: null, subject }), undoSeconds } }
}

async function removeDraft(account: MailAccount, draft: Draft, saved: MessageRef | null) {
  await removeVersions(account, draft, null)
  if (saved?.mailbox === 'drafts') await removeMessages(account, [saved])
}
