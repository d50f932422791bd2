import type { ListMode } from '@/app/(mail)/_state/list-mode'
import type { Listed } from '@/app/(mail)/_state/listed'

/** Mailboxes whose messages are in no conversation and no view. */
const apart = new Set(['spam', 'trash'])

/**
 * Whether a list can look different after something changed in these mailboxes. A conversation has messages of others
 * than the one listed, answers in Sent for one.
 */
export function isAffected(listed: Listed, mode: ListMode, changed: ReadonlySet<string>): boolean {
  if (listed.kind === 'search' || changed.has(listed.id)) return true
  const several = mode === 'threads' || !roles.has(listed.id)
  return several && !apart.has(listed.id) && [...changed].some((mailbox) => !apart.has(mailbox))
}

/** Lists of one mailbox only, when they show single messages. */
const roles = new Set(['inbox', 'sent', 'drafts', 'scheduled', 'archive', 'spam', 'trash'])
