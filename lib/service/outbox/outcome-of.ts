import type { MailAccount } from '@/lib/auth/signed-in'
import { findReadUntil, hasEnteredQueue } from '@/lib/db/delivery'
import { type OutboxRow, setSeenAlive } from '@/lib/db/outbox'
import { SmtpSession } from '@/lib/mail/smtp/smtp-session'
import { submissionTarget } from '@/lib/service/with-mailbox'

/**
 * From the last byte of a message to the line of the queue manager: the filter is given 30 seconds (milter_content_timeout in
 * main.cf), the rest is room for a busy machine and for clocks that differ.
 */
const settleMs = 40_000

/** A mail host that was down finds what it had taken just before as soon as it starts (qmgr(8) scans `incoming`). */
const startMs = 5_000

async function answers(account: MailAccount): Promise<boolean> {
  const { host, port } = submissionTarget(account)
  try {
    const session = await SmtpSession.connect(host, port)
    session.close()
    return true
  } catch {
    return false
  }
}

/** When the mail host was first seen alive after the attempt; null while it is not. */
async function seenAliveSince(account: MailAccount, row: OutboxRow): Promise<Date | null> {
  if (!(await answers(account))) {
    await setSeenAlive(row.id, null)
    return null
  }
  if (row.seenAliveAt !== null) return row.seenAliveAt
  await setSeenAlive(row.id, new Date())
  return null
}

/**
 * Whether the mail host took a message whose end was sent but whose 250 was not heard, or not written down. Its log says so
 * once its queue manager has the message; that it has not is known when the log was read for long enough after the attempt
 * and the mail host was up meanwhile. Null: not known yet.
 */
export async function wasTaken(account: MailAccount, row: OutboxRow): Promise<boolean | null> {
  const { endedAt } = row
  if (endedAt === null) return false
  if (await hasEnteredQueue(row.messageId, account.address, new Date(endedAt.getTime() - 60 * 60_000))) return true
  const alive = await seenAliveSince(account, row)
  const readUntil = await findReadUntil(`${account.host.id}/postfix`)
  if (alive === null || readUntil === null) return null
  const from = Math.max(endedAt.getTime() + settleMs, alive.getTime() + startMs)
  if (readUntil.getTime() < from) return null
  // asked again: what the log told between the two questions counts
  return hasEnteredQueue(row.messageId, account.address, new Date(endedAt.getTime() - 60 * 60_000))
}
