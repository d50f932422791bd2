import { findMailAccount } from '@/lib/db/accounts'
import { log } from '@/lib/log'
import { listThreads } from '@/lib/service/list-threads'

/**
 * Begins to read the conversations of the inbox while the browser loads the page that will ask for them. Nobody waits
 * for it, and what goes wrong goes wrong again where somebody sees it.
 */
export async function warmConversations(address: string): Promise<void> {
  try {
    const account = await findMailAccount(address)
    if (account !== null) await listThreads(account, { mailbox: 'inbox', mode: 'threads', offset: 0, limit: 50 })
  } catch (err) {
    log.info({ err }, 'conversations could not be read ahead')
  }
}
