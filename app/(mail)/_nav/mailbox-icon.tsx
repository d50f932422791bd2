import {
  Archive,
  CalendarClock,
  Clock,
  File,
  Folder,
  Inbox,
  Mails,
  OctagonAlert,
  Send,
  Star,
  Trash2,
} from 'lucide-react'
import type { MailboxRole } from '@/lib/contract/mailboxes'

const icons = {
  inbox: Inbox,
  starred: Star,
  snoozed: Clock,
  sent: Send,
  drafts: File,
  scheduled: CalendarClock,
  all: Mails,
  archive: Archive,
  spam: OctagonAlert,
  trash: Trash2,
} satisfies Record<MailboxRole, typeof Inbox>

export function MailboxIcon({ role }: { role: MailboxRole | null }) {
  const Icon = role ? icons[role] : Folder
  return <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
}
