import type { MailAccount } from '@/lib/auth/signed-in'
import { sendNotice } from '@/lib/db/notices'
import { changeState, findByMessageIdOf } from '@/lib/db/outbox'
import { AppError } from '@/lib/errors'
import type { Recipients } from '@/lib/service/draft-addresses'
import type { BuiltMessage } from '@/lib/service/draft-message'
import { removeHeldCopies } from '@/lib/service/outbox/held-copies'
import { whileStoring } from '@/lib/service/outbox/while-storing'
import { storeCopy } from '@/lib/service/store-copy'

/** The server holds longer than the screen promises: answers and clicks take their time on the way. */
const graceMs = 3_000

/** When a message leaves that can be taken back for so many seconds. */
const afterUndo = (undoSeconds: number) => new Date(Date.now() + (undoSeconds === 0 ? 0 : undoSeconds * 1000 + graceMs))

type Hold = { id: string; messageId: string; recipients: Recipients; at: Date | null; undoSeconds: number }

/** Without a row nothing would ever send what lies in Scheduled. */
async function giveUp(account: MailAccount, messageId: string): Promise<never> {
  if ((await findByMessageIdOf(account.accountId, messageId)) === null) await removeHeldCopies(account, messageId)
  throw new AppError('submission-unavailable', 'its row was given up while the message was stored', { retryable: true })
}

/**
 * Stores a built message in Scheduled, in the place of whatever an earlier Send of it left there, and from then on it is held.
 * @returns when it leaves
 * @throws MailError `quota-exceeded` and those of the connection, AppError `submission-unavailable` when its row was taken meanwhile: then it is
 * not held
 */
export async function holdMessage(account: MailAccount, built: BuiltMessage, hold: Hold): Promise<Date> {
  const { id, messageId, recipients, at, undoSeconds } = hold
  await whileStoring(id, async () => {
    const ref = await storeCopy(account, 'scheduled', built, recipients)
    await removeHeldCopies(account, messageId, ref)
  })
  const sendAt = at ?? afterUndo(undoSeconds)
  const held = await changeState(id, ['storing'], 'held', { size: built.size, sendAt, dueAt: sendAt })
  if (!held) await giveUp(account, messageId)
  await sendNotice({ accountId: account.accountId, topic: 'outbox', id: messageId })
  return sendAt
}
