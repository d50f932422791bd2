import type { MailAccount } from '@/lib/auth/signed-in'
import { AccountWatcher, type Listener } from '@/lib/service/account-watcher'

const shared = globalThis as typeof globalThis & { waypostWatchers?: Map<string, AccountWatcher> }
shared.waypostWatchers ??= new Map()
const watchers = shared.waypostWatchers

/**
 * Tells `listener` what happens in the account's mailboxes, until the returned function is called. `ready` comes
 * first and again after each interruption.
 * @throws AppError `too-many-attempts` when too many listen already
 */
export function watchAccount(account: MailAccount, listener: Listener): () => void {
  let watcher = watchers.get(account.address)
  if (watcher === undefined) {
    watcher = new AccountWatcher(account, () => watchers.delete(account.address))
    watchers.set(account.address, watcher)
  }
  return watcher.add(listener)
}
