import type { MailAccount } from '@/lib/auth/signed-in'
import type { LiveEvent } from '@/lib/contract/events'
import { onNotice } from '@/lib/db/notices'
import { watchAccount } from '@/lib/service/live-events'

/** Everything a window of the account wants to hear: what happens in the mailboxes, and what the worker says. */
export function watchEvents(account: MailAccount, listener: (event: LiveEvent) => void): () => void {
  const unwatch = watchAccount(account, listener)
  const ignore = onNotice(account.accountId, ({ topic, id }) =>
    listener(topic === 'bulk' ? { type: 'bulk', id } : { type: 'timed' }),
  )
  return () => {
    unwatch()
    ignore()
  }
}
