import type { MailAccount } from '@/lib/auth/signed-in'
import type { ThreadWindow } from '@/lib/contract/threads'
import { listOutbox } from '@/lib/service/outbox/list-outbox'
import { refText } from '@/lib/service/ref-text'

/** Messages of Scheduled carry the time they leave at; Dovecot takes no INTERNALDATE that is more than two hours ahead. */
export async function datedBySending(account: MailAccount, window: ThreadWindow): Promise<ThreadWindow> {
  if (window.mailbox !== 'scheduled' || window.rows.length === 0) return window
  const { messages } = await listOutbox(account)
  const times = new Map(messages.flatMap(({ ref, sendAt }) => (ref === null ? [] : [[refText(ref), sendAt] as const])))
  return { ...window, rows: window.rows.map((row) => ({ ...row, date: times.get(refText(row.ref)) ?? row.date })) }
}
