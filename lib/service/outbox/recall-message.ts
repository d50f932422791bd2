import type { MailAccount } from '@/lib/auth/signed-in'
import type { DraftStarted } from '@/lib/contract/drafts'
import { sendNotice } from '@/lib/db/notices'
import { changeState, findOutboxRow, type OutboxRow, removeOutboxRow } from '@/lib/db/outbox'
import { AppError } from '@/lib/errors'
import { MailError } from '@/lib/mail/errors'
import { readDraftNote } from '@/lib/service/draft-note'
import { readSource } from '@/lib/service/draft-source'
import { draftOf } from '@/lib/service/open-draft'
import { findHeldCopy, removeHeldCopies } from '@/lib/service/outbox/held-copies'
import { saveDraft } from '@/lib/service/save-draft'

/** A row of the account. @throws AppError `not-found`, also for a row of somebody else */
export async function requireRow(account: MailAccount, id: string): Promise<OutboxRow> {
  const row = await findOutboxRow(id)
  if (row === null || row.accountId !== account.accountId) throw new AppError('not-found', 'nothing held has this id')
  return row
}

/** No room for the draft beside the message: it stays in Scheduled and says so, instead of being taken back for ever. */
async function stopWithoutRoom({ id }: OutboxRow, error: unknown): Promise<never> {
  if (error instanceof MailError && error.code === 'quota-exceeded')
    await changeState(id, ['recalling'], 'stopped', { reason: error.code, detail: error.detail ?? null })
  throw error
}

/**
 * Makes a draft of a held message that is being taken back: in Drafts first, and only then out of Scheduled. May be repeated
 * after any fault. Null when somebody took it out of Scheduled.
 */
export async function bringBack(account: MailAccount, row: OutboxRow): Promise<DraftStarted | null> {
  const ref = await findHeldCopy(account, row.messageId)
  let started: DraftStarted | null = null
  if (ref !== null) {
    const source = await readSource(account, ref)
    const draft = await draftOf(account, { ...source, note: readDraftNote(row.note) })
    const { saved } = await saveDraft(account, draft, null).catch((error) => stopWithoutRoom(row, error))
    await removeHeldCopies(account, row.messageId)
    started = { draft, saved, remindInDays: row.remindInDays }
  }
  await removeOutboxRow(row.id, ['recalling'])
  return started
}

/**
 * Takes a held message back: it is not sent, and is a draft again.
 * @throws AppError `not-found`, `already-sent` when it is on its way, `message-gone`; MailError `quota-exceeded`: then it is
 * stopped; MailError of the connection: then it is not sent all the same, and becomes a draft a little later
 */
export async function recallMessage(account: MailAccount, id: string): Promise<DraftStarted> {
  const row = await requireRow(account, id)
  if (!(await changeState(id, ['held', 'stopped', 'recalling'], 'recalling', { reason: null, detail: null }))) {
    throw new AppError('already-sent', `it is too late to take it back: ${row.state}`)
  }
  const started = await bringBack(account, row)
  await sendNotice({ accountId: account.accountId, topic: 'outbox', id: row.messageId })
  if (started === null) throw new AppError('message-gone', 'the message is not in Scheduled any more')
  return started
}
