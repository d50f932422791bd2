import type { MailAccount } from '@/lib/auth/signed-in'
import type { HeldMessage, HeldState, HoldReason, Outbox } from '@/lib/contract/outbox'
import { isNotice, listUnsent, type OutboxRow } from '@/lib/db/outbox'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { askAgain } from '@/lib/service/ask-again'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

const limit = 1_000

const states: Record<string, HeldState> = {
  held: 'held',
  submitting: 'sending',
  ending: 'sending',
  accepted: 'sending',
  stopped: 'stopped',
  recalling: 'returning',
}

export type HeldPlace = Pick<HeldMessage, 'ref' | 'subject'>

const nowhere: HeldPlace = { ref: null, subject: '' }

/** A row as the person sees it. */
export function toHeldMessage(row: OutboxRow, { ref, subject }: HeldPlace): HeldMessage {
  const waits = row.state === 'held' && row.reason !== null
  return {
    id: row.id,
    messageId: row.messageId,
    subject,
    ref,
    state: states[row.state] ?? 'sending',
    sendAt: row.sendAt.toISOString(),
    nextTry: waits ? row.dueAt.toISOString() : null,
    reason: row.reason as HoldReason | null,
    detail: row.detail,
  }
}

/** What is in Scheduled, by Message-ID. */
async function inScheduled(account: MailAccount): Promise<Map<string, HeldPlace>> {
  const { path } = await mailboxById(account, 'scheduled')
  return withMailbox(account, path, async (connection) => {
    const { mailbox } = connection
    if (mailbox === false || mailbox.exists === 0) return new Map()
    const found = await fetchItems(connection, '1:*', ['UID', 'ENVELOPE'], 'uid')
    return new Map(
      found.map(({ uid, envelope }) => [
        envelope?.messageId?.trim() ?? '',
        { ref: messageRef('scheduled', mailbox.uidValidity, uid), subject: envelope?.subject ?? '' },
      ]),
    )
  })
}

/** Taken by the mail host and moved to Sent: only its reminder and the like are not in order yet. */
const hasLeft = (row: OutboxRow, place: HeldPlace | undefined) => row.state === 'accepted' && place === undefined

/**
 * Every message for which Send was pressed and that has not left, with its place in Scheduled, soonest first.
 * @throws MailError of the connection
 */
export async function listOutbox(account: MailAccount): Promise<Outbox> {
  const rows = (await listUnsent(account.accountId, limit)).filter((row) => row.state !== 'storing' && !isNotice(row))
  if (rows.length === 0) return { messages: [] }
  const places = await askAgain(() => inScheduled(account))
  const unsent = rows.filter((row) => !hasLeft(row, places.get(row.messageId)))
  return { messages: unsent.map((row) => toHeldMessage(row, places.get(row.messageId) ?? nowhere)) }
}
