import { createReadStream } from 'node:fs'
import type { MailAccount } from '@/lib/auth/signed-in'
import { beginAttempt, changeState, findOutboxRow, removeOutboxRow } from '@/lib/db/outbox'
import { AppError } from '@/lib/errors'
import type { BuiltMessage } from '@/lib/service/draft-message'
import { finishSent } from '@/lib/service/outbox/finish-sent'
import { throwRefusal } from '@/lib/service/outbox/refusal'
import { submitAttempt } from '@/lib/service/outbox/submit-attempt'

/**
 * Sends a message there is no room for in the mailbox: at once, and no copy of it is kept. It goes through the outbox like all
 * others, so it leaves once.
 * @throws MailError of submission; then nothing has left, but for `submission-unknown`
 */
export async function sendUnheld(account: MailAccount, id: string, { file, size }: BuiltMessage): Promise<void> {
  const now = new Date()
  await changeState(id, ['storing'], 'held', { size, sendAt: now, dueAt: now })
  const attempt = await beginAttempt(id, 0)
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
