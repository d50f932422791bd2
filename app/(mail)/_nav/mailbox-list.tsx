'use client'

import { useTranslations } from 'use-intl'
import { Later } from '@/app/_ui/late'
import { lazyView } from '@/app/_ui/lazy-view'
import { MailboxIcon } from '@/app/(mail)/_nav/mailbox-icon'
import { NavLine } from '@/app/(mail)/_nav/nav-line'
import { UnreadCount } from '@/app/(mail)/_nav/unread-count'
import type { Action } from '@/app/(mail)/_state/actions'
import { useIsHere } from '@/app/(mail)/_state/place'
import { mailboxPath } from '@/app/(mail)/_state/place-path'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { useMailboxes, useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import type { Mailbox, MailboxRole } from '@/lib/contract/mailboxes'

// Below what everybody has: they come with the first quiet moment, and nothing above them moves.
const ContactsLine = lazyView(() => import('@/app/(mail)/_nav/contacts-line'))
const LabelSection = lazyView(() => import('@/app/(mail)/_nav/label-section'))
const FolderSection = lazyView(() => import('@/app/(mail)/_nav/folder-section'))
const SavedSearches = lazyView(() => import('@/app/(mail)/_nav/saved-searches'))

const order: MailboxRole[] = [
  'inbox',
  'starred',
  'snoozed',
  'sent',
  'drafts',
  'scheduled',
  'archive',
  'all',
  'spam',
  'trash',
]
// Shown before the server has answered, so that nothing jumps when it does.
const usual = order.map<Mailbox>((role) => ({ id: role, role, path: role, name: role, total: 0, unread: 0 }))

/** What is done with conversations dropped on a mailbox; the others take none. */
const dropActions: Partial<Record<MailboxRole, Action>> = {
  inbox: { moveTo: 'inbox' },
  starred: 'star',
  archive: 'archive',
  spam: 'spam',
  trash: 'delete',
}

/** The mailboxes with their counts: those with a role first, then labels, then the person's own folders. */
export function MailboxList({ onFollow }: { onFollow?: () => void }) {
  const t = useTranslations('nav')
  const { data } = useMailboxes()
  const mailboxes = data?.mailboxes ?? usual
  const known = order.flatMap((role) => mailboxes.find((mailbox) => mailbox.role === role) ?? [])
  const own = mailboxes.filter(({ role }) => role === null)
  return (
    <nav aria-label={t('label')} className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
      <ul>
        {known.map((mailbox) => (
          <MailboxLine key={mailbox.id} mailbox={mailbox} onFollow={onFollow} />
        ))}
      </ul>
      <Later>
        <ContactsLine onFollow={onFollow} />
        <LabelSection onFollow={onFollow} />
        <FolderSection folders={own} onFollow={onFollow} />
        <SavedSearches onFollow={onFollow} />
      </Later>
    </nav>
  )
}

function MailboxLine({ mailbox: { id, role, total, unread }, onFollow }: { mailbox: Mailbox; onFollow?: () => void }) {
  const isHere = useIsHere()
  const name = useMailboxName()(id)
  const action = role && dropActions[role]
  return (
    <NavLine
      href={mailboxPath(id)}
      here={isHere(id)}
      icon={<MailboxIcon role={role} />}
      name={name}
      count={<Count role={role} total={total} unread={unread} />}
      target={action ? { id, name, action } : null}
      onFollow={onFollow}
    />
  )
}

const quiet = new Set<MailboxRole | null>(['trash', 'all', 'starred', 'sent'])

/** Drafts and Scheduled count what waits in them; the others what is unread. Views and Trash stay quiet. */
function Count({ role, total, unread }: Pick<Mailbox, 'role' | 'total' | 'unread'>) {
  const format = useFormat()
  if (role === 'drafts' || role === 'scheduled') {
    return total > 0 ? <span className="text-ink-faint text-xs">{format.count(total)}</span> : null
  }
  return quiet.has(role) ? null : <UnreadCount unread={unread} strong={role === 'inbox'} />
}
