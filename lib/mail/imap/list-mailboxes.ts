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

/** A mailbox of LIST. `path` is decoded, levels separated by `delimiter`. */
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

/** Every mailbox that can be opened, with its counts, by one LIST-STATUS (RFC 5819). Each use is given once. */
export async function listMailboxes(connection: ImapConnection): Promise<ListedMailbox[]> {
  try {
    const listed = await connection.list({ statusQuery: { messages: true, unseen: true, uidValidity: true } })
    const taken = new Set<SpecialUse>()
    const mailboxes: ListedMailbox[] = []
    for (const entry of listed) {
      if (entry.flags.has('\\Noselect') || entry.flags.has('\\NonExistent')) continue
      const known = byFlag[entry.specialUse ?? ''] ?? byName[entry.path.toLowerCase()] ?? null
      const use = known !== null && !taken.has(known) ? known : null
      if (use !== null) taken.add(use)
      mailboxes.push({
        path: entry.path,
        delimiter: entry.delimiter || '/',
        use,
        total: entry.status?.messages ?? 0,
        unread: entry.status?.unseen ?? 0,
        uidValidity: Number(entry.status?.uidValidity ?? 0),
      })
    }
    return mailboxes
  } catch (error) {
    throw toMailError(error)
  }
}
