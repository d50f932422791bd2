'use client'

import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { MailboxIcon } from '@/app/(mail)/_nav/mailbox-icon'
import { usePlace } from '@/app/(mail)/_state/place'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { mailboxPath } from '@/app/(mail)/_state/place-path'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { useMailboxes, useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import type { Mailbox, MailboxRole } from '@/lib/contract/mailboxes'

const SavedSearches = lazy(() => import('@/app/(mail)/_nav/saved-searches'))

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

/** The mailboxes with their counts: those with a role first, then the person's own folders. */
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
          <MailboxLink key={mailbox.id} mailbox={mailbox} onFollow={onFollow} />
        ))}
      </ul>
      {own.length > 0 && (
        <>
          <h2 className="mt-4 mb-1 px-3 font-medium text-ink-faint text-xs">{t('folders')}</h2>
          <ul>
            {own.map((mailbox) => (
              <MailboxLink key={mailbox.id} mailbox={mailbox} onFollow={onFollow} />
            ))}
          </ul>
        </>
      )}
      <Suspense fallback={null}>
        <SavedSearches onFollow={onFollow} />
      </Suspense>
    </nav>
  )
}

function MailboxLink({ mailbox, onFollow }: { mailbox: Mailbox; onFollow?: () => void }) {
  const { listed } = usePlace()
  const nameOf = useMailboxName()
  const here = listed.kind === 'mailbox' && listed.id === mailbox.id
  const depth = mailbox.role ? 0 : mailbox.path.split('/').length - 1
  return (
    <li>
      <PlaceLink
        href={mailboxPath(mailbox.id)}
        onClick={onFollow}
        aria-current={here ? 'page' : undefined}
        title={mailbox.role ? undefined : mailbox.path}
        style={{ paddingLeft: 12 + depth * 14 }}
        className={classNames(
          'flex h-8 items-center gap-3 rounded-md pr-2.5 text-sm transition-colors max-md:h-11',
          here
            ? 'bg-selected font-semibold text-ink forced-colors:outline'
            : 'text-ink-soft hover:bg-hover hover:text-ink',
        )}
      >
        <span className={here ? 'text-accent-text' : undefined}>
          <MailboxIcon role={mailbox.role} />
        </span>
        <span className="min-w-0 flex-1 truncate">{nameOf(mailbox.id) || mailbox.name}</span>
        <Count mailbox={mailbox} />
      </PlaceLink>
    </li>
  )
}

/** Drafts and Scheduled count what waits in them; the others what is unread. Views and Trash stay quiet. */
function Count({ mailbox: { role, total, unread } }: { mailbox: Mailbox }) {
  const t = useTranslations('nav')
  const format = useFormat()
  if (role === 'drafts' || role === 'scheduled') {
    return total > 0 ? <span className="text-ink-faint text-xs">{format.count(total)}</span> : null
  }
  if (unread === 0 || role === 'trash' || role === 'all' || role === 'starred' || role === 'sent') return null
  return (
    <span className={classNames('text-xs', role === 'inbox' ? 'font-semibold text-ink' : 'text-ink-faint')}>
      <span aria-hidden>{format.count(unread)}</span>
      <span className="sr-only">{t('unread', { count: format.count(unread) })}</span>
    </span>
  )
}
