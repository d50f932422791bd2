import type { MailAccount } from '@/lib/auth/signed-in'
import type { HeldMessage } from '@/lib/contract/outbox'
import { sendNotice } from '@/lib/db/notices'
import { changeState, type OutboxRow } from '@/lib/db/outbox'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import { MailError } from '@/lib/mail/errors'
import { appendMessage } from '@/lib/mail/imap/append-message'
import { changeFields } from '@/lib/mail/mime/header-fields'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { askForJob } from '@/lib/service/outbox/carry-on'
import { findHeldCopy, readHeldCopy, removeHeldCopies } from '@/lib/service/outbox/held-copies'
import { toHeldMessage } from '@/lib/service/outbox/list-outbox'
import { requireRow } from '@/lib/service/outbox/recall-message'
import { whileStoring } from '@/lib/service/outbox/while-storing'
import { withConnection } from '@/lib/service/with-mailbox'

/** A Date field further off than this is made anew. */
const nearMs = 2 * 60_000

/** RFC 5322 section 3.3. */
const dateField = (at: Date) => `Date: ${at.toUTCString().replace('GMT', '+0000')}\r\n`

/**
 * Stores the message once more with this time as its date, and then removes the old one. Where there is no room for both it keeps
 * the date it has: that it leaves counts for more.
 */
async function storeDated(account: MailAccount, { messageId }: OutboxRow, at: Date): Promise<void> {
  const ref = await findHeldCopy(account, messageId)
  if (ref === null) throw new AppError('message-gone', 'the message is not in Scheduled any more')
  const held = await readHeldCopy(account, ref)
  const content = changeFields(held, (name, field) => (name === 'date' ? dateField(at) : field))
  const { path } = await mailboxById(account, 'scheduled')
  const milliseconds = 15_000 + content.length / 500
  const stored = await withConnection(
    account,
    (connection) => appendMessage(connection, path, { content }, ['\\Seen']),
    milliseconds,
  ).catch((error: unknown) => {
    if (!(error instanceof MailError && error.code === 'quota-exceeded')) throw error
    log.info({ messageId }, 'no room to date a message anew: it keeps the date it has')
    return null
  })
  if (stored === null) return
  await removeHeldCopies(account, messageId, messageRef('scheduled', stored.uidValidity, stored.uid))
}

/**
 * Sends a held message at once, or tries one again that was refused.
 * @throws AppError `not-found`, `already-sent` when it is on its way or another request took it; MailError of the connection
 */
export async function sendNow(account: MailAccount, id: string): Promise<HeldMessage> {
  const row = await requireRow(account, id)
  const now = new Date()
  // nobody else may take it while it is stored anew; cut off here it stays, and says so
  if (!(await changeState(id, ['held', 'stopped'], 'storing'))) {
    throw new AppError('already-sent', `it is on its way already: ${row.state}`)
  }
  try {
    const far = Math.abs(row.sendAt.getTime() - now.getTime()) > nearMs
    if (far) await whileStoring(id, () => storeDated(account, row, now))
  } catch (error) {
    await changeState(id, ['storing'], row.state === 'held' ? 'held' : 'stopped')
    throw error
  }
  const due = { sendAt: now, dueAt: now, reason: null, detail: null }
  if (!(await changeState(id, ['storing'], 'held', due))) {
    throw new AppError('already-sent', 'another request went on with it meanwhile')
  }
  await askForJob(id, now)
  await sendNotice({ accountId: account.accountId, topic: 'outbox', id: row.messageId })
  return toHeldMessage({ ...row, ...due, state: 'held' }, { ref: null, subject: '' })
}
