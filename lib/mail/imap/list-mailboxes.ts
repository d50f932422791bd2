import type { ListResponse } from 'imapflow'
import { readAccountState, statusOf } from '@/lib/mail/imap/account-state'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { toMailError } from '@/lib/mail/imap/to-mail-error'

/** What a mailbox is for, by special use (RFC 6154) or by the name our mail hosts give it. */
export type SpecialUse =
  | 'inbox'
  | 'starred'
  | 'snoozed'
  | 'sent'
  | 'drafts'
  | 'scheduled'
  | 'all'
  | 'archive'
  | 'spam'
  | 'trash'

/**
 * A mailbox of LIST. `path` is decoded, levels separated by `delimiter`. Views have no counts and no UIDVALIDITY, but 0:
 * asking for them would look into everything they show.
 */
export type ListedMailbox = {
  path: string
  delimiter: string
  use: SpecialUse | null
  total: number
  unread: number
  uidValidity: number
}

const byFlag: Record<string, SpecialUse> = {
  '\\Inbox': 'inbox',
  '\\All': 'all',
  '\\Flagged': 'starred',
  '\\Archive': 'archive',
  '\\Drafts': 'drafts',
  '\\Sent': 'sent',
  '\\Junk': 'spam',
  '\\Trash': 'trash',
}

const byName: Record<string, SpecialUse> = {
  inbox: 'inbox',
  archive: 'archive',
  drafts: 'drafts',
  sent: 'sent',
  spam: 'spam',
  junk: 'spam',
  trash: 'trash',
  scheduled: 'scheduled',
  snoozed: 'snoozed',
  'virtual/all': 'all',
  'virtual/flagged': 'starred',
}

/** A mailbox without its counts: asking for those would open every one of them. */
export type NamedMailbox = Pick<ListedMailbox, 'path' | 'use'>

/** The listed mailboxes that can be opened, each use given once. */
function usable<Entry extends ListResponse>(listed: Entry[]): { entry: Entry; use: SpecialUse | null }[] {
  const taken = new Set<SpecialUse>()
  return listed
    .filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
    .map((entry) => {
      const known = byFlag[entry.specialUse ?? ''] ?? byName[entry.path.toLowerCase()] ?? null
      const use = known !== null && !taken.has(known) ? known : null
      if (use !== null) taken.add(use)
      return { entry, use }
    })
}

/** Every mailbox that can be opened, with its counts. */
export async function listMailboxes(connection: ImapConnection): Promise<ListedMailbox[]> {
  try {
    const listed = await connection.list({ listOnly: true })
    const state = await readAccountState(connection)
    return usable(listed).map(({ entry, use }) => {
      const status = statusOf(connection, state, entry.path)
      return {
        path: entry.path,
        delimiter: entry.delimiter || '/',
        use,
        total: status?.messages ?? 0,
        unread: status?.unseen ?? 0,
        uidValidity: status?.uidValidity ?? 0,
      }
    })
  } catch (error) {
    throw toMailError(error)
  }
}

/** Every mailbox that can be opened, by name only. */
export async function nameMailboxes(connection: ImapConnection): Promise<NamedMailbox[]> {
  try {
    return usable(await connection.list({ listOnly: true })).map(({ entry, use }) => ({ path: entry.path, use }))
  } catch (error) {
    throw toMailError(error)
  }
}
