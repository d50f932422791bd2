/** What a mailbox is for (RFC 6154 special use, and our own names), in the order of the navigation. */
export const mailboxRoles = [
  'inbox',
  'starred',
  'snoozed',
  'sent',
  'drafts',
  'scheduled',
  'all',
  'archive',
  'spam',
  'trash',
] as const
export type MailboxRole = (typeof mailboxRoles)[number]

/** Views gather messages of other mailboxes: nothing can be moved into them, and they have no counts of their own. */
export const isView = ({ role }: { role: MailboxRole | null }): boolean => role === 'all' || role === 'starred'

/**
 * A mailbox as the navigation shows it. `id` stands in URLs: the role's name, or for a person's own folder `f-` and a
 * hash of its path, because a folder's name is user data and does not belong in a URL.
 */
export type Mailbox = {
  id: string
  /** `null` is a person's own folder. */
  role: MailboxRole | null
  /** Path as the person sees it, decoded, levels separated by `/`; `INBOX` for the inbox. */
  path: string
  /** Last level of the path. */
  name: string
  /** Messages in it; 0 for views, which count themselves in their lists. */
  total: number
  unread: number
}

export type Quota = { usedBytes: number; limitBytes: number }

export type MailboxList = { mailboxes: Mailbox[]; quota: Quota | null }
