import type { MailAccount } from '@/lib/auth/signed-in'
import type { LiveEvent } from '@/lib/contract/events'
import { type Notice, onNotice } from '@/lib/db/notices'
import { watchAccount } from '@/lib/service/live-events'

/**
 * Everything a window of the account wants to hear: what happens in the mailboxes, and what other processes say.
 * @throws AppError `too-many-attempts` when too many listen already
 */
export function watchEvents(account: MailAccount, listener: (event: LiveEvent) => void): () => void {
  const unwatch = watchAccount(account, listener)
  const ignore = onNotice(account.accountId, (notice) => listener(eventOf(notice)))
  return () => {
    unwatch()
    ignore()
  }
}

const eventOf = ({ topic, id }: Notice): LiveEvent =>
  topic === 'bulk' || topic === 'delivery' || topic === 'outbox' ? { type: topic, id } : { type: topic }
