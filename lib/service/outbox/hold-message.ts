import type { MailAccount } from '@/lib/auth/signed-in'
import { sendNotice } from '@/lib/db/notices'
import { changeState } from '@/lib/db/outbox'
import type { Recipients } from '@/lib/service/draft-addresses'
import type { BuiltMessage } from '@/lib/service/draft-message'
import { removeHeldCopies } from '@/lib/service/outbox/held-copies'
import { storeCopy } from '@/lib/service/store-copy'

/** The server holds longer than the screen promises: answers and clicks take their time on the way. */
const graceMs = 3_000

/** When a message leaves that can be taken back for so many seconds. */
const afterUndo = (undoSeconds: number) => new Date(Date.now() + (undoSeconds === 0 ? 0 : undoSeconds * 1000 + graceMs))

type Hold = { id: string; messageId: string; recipients: Recipients; at: Date | null; undoSeconds: number }

/**
 * Stores a built message in Scheduled, in the place of whatever an earlier Send of it left there, and from then on it is held.
 * @returns when it leaves
 * @throws MailError `quota-exceeded` and those of the connection: then it is not held
 */
export async function holdMessage(account: MailAccount, built: BuiltMessage, hold: Hold): Promise<Date> {
  const { id, messageId, recipients, at, undoSeconds } = hold
  const ref = await storeCopy(account, 'scheduled', built, recipients)
  await removeHeldCopies(account, messageId, ref)
  const sendAt = at ?? afterUndo(undoSeconds)
  await changeState(id, ['storing'], 'held', { size: built.size, sendAt, dueAt: sendAt })
  await sendNotice({ accountId: account.accountId, topic: 'outbox', id: messageId })
  return sendAt
}
