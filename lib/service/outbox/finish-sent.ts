import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import { sendNotice } from '@/lib/db/notices'
import { isNotice, type OutboxRow, settleSent } from '@/lib/db/outbox'
import { log } from '@/lib/log'
import { applyChanges } from '@/lib/service/apply-changes'
import { learnFromSent, learnRecipients } from '@/lib/service/contacts/learn-from-sent'
import { readDraftNote } from '@/lib/service/draft-note'
import { followInbox } from '@/lib/service/follow-inbox'
import { keepFollowUp } from '@/lib/service/follow-up'
import { moveHeldToSent } from '@/lib/service/outbox/held-copies'
import { findSentCopy, removeVersions } from '@/lib/service/store-copy'

const dayMs = 24 * 60 * 60 * 1000

/** What was held for longer would be listed too far down by its arrival in Scheduled. */
const longMs = 10 * 60_000

/** The message has left: what fails afterwards is no reason to say otherwise. */
export async function tidy(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (err) {
    log.warn({ err }, `after sending, ${what} could not be put in order`)
  }
}

async function remind(account: MailAccount, { messageId, remindInDays }: OutboxRow): Promise<void> {
  if (remindInDays === null) return
  const now = new Date()
  await keepFollowUp(account, messageId, now, new Date(now.getTime() + remindInDays * dayMs))
  await sendNotice({ accountId: account.accountId, topic: 'timed', id: '' })
}

/** Receipts are taken as they come, though nobody looks. */
async function awaitReceipts(account: MailAccount, { note }: OutboxRow): Promise<void> {
  if (readDraftNote(note)?.receipt) await followInbox(account)
}

async function markSource(account: MailAccount, { note }: OutboxRow): Promise<void> {
  const { kind, source } = readDraftNote(note) ?? { kind: 'new', source: null }
  if (source === null || kind === 'new') return
  const flag = kind === 'forward' ? 'forwarded' : 'answered'
  await applyChanges(account, [{ kind: 'flag', refs: [source], flag, value: true }])
}

/**
 * What comes after a message was accepted (a notice leaves no trace): to Sent, no draft of it left, the reminder set,
 * the original marked. May be repeated after any fault.
 * @returns the message in Sent, or null when there was no room for a copy
 * @throws MailError of the connection; then the message is still where it was
 */
export async function finishSent(account: MailAccount, row: OutboxRow): Promise<MessageRef | null> {
  if (isNotice(row)) {
    await settleSent(row.id)
    return null
  }
  const heldLong = Date.now() - row.createdAt.getTime() > longMs
  const moved = await moveHeldToSent(account, row.messageId, heldLong)
  const copy = moved ?? (await findSentCopy(account, row.messageId, row.createdAt))
  await removeVersions(account, row, null)
  await tidy('the reminder', () => remind(account, row))
  await tidy('the mark of the original', () => markSource(account, row))
  await tidy('the wait for receipts', () => awaitReceipts(account, row))
  await settleSent(row.id)
  const notify = () => sendNotice({ accountId: account.accountId, topic: 'outbox', id: row.messageId })
  await notify()
  // The first time it reads much of Sent, and nobody waits for it.
  void tidy('the contacts', async () => {
    await (copy === null ? learnRecipients(account, row.recipients) : learnFromSent(account))
    await notify()
  })
  return copy
}
