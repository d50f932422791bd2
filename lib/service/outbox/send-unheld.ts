import { createReadStream } from 'node:fs'
import type { MailAccount } from '@/lib/auth/signed-in'
import { beginOnlyAttempt, findOutboxRow, removeOutboxRow } from '@/lib/db/outbox'
import { AppError } from '@/lib/errors'
import type { BuiltMessage } from '@/lib/service/draft-message'
import { finishSent } from '@/lib/service/outbox/finish-sent'
import { throwRefusal } from '@/lib/service/outbox/refusal'
import { submitAttempt } from '@/lib/service/outbox/submit-attempt'

/** A submission is given up long before (lib/mail/smtp). Cut off, the row says so for so long; then it is removed. */
const patienceMs = 15 * 60_000

/**
 * Sends a message there is no room for in the mailbox: at once, and no copy of it is kept. It goes through the outbox like all
 * others, so it leaves once.
 * @throws MailError of submission; then nothing has left, but for `submission-unknown`
 */
export async function sendUnheld(account: MailAccount, id: string, { file, size }: BuiltMessage): Promise<void> {
  const attempt = await beginOnlyAttempt(id, size, new Date(Date.now() + patienceMs))
  const row = await findOutboxRow(id)
  if (attempt === null || row === null) throw new AppError('already-sent', 'another Send goes on with it')
  const outcome = await submitAttempt(account, row, attempt, { size, content: () => createReadStream(file) })
  const after = await findOutboxRow(id)
  if (outcome === 'accepted' && after !== null) await finishSent(account, after)
  else {
    await removeOutboxRow(id, ['held', 'stopped'])
    throwRefusal(after)
  }
}
