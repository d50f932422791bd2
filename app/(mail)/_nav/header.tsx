'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { AccountMenu } from '@/app/(mail)/_nav/account-menu'
import { Drawer } from '@/app/(mail)/_nav/drawer'
import { usePageTitle, useUnreadMark } from '@/app/(mail)/_state/page-title'
import {
  useAdminSection,
  useContactsPlace,
  useIsAtSystem,
  usePlace,
  useSettingsSection,
} from '@/app/(mail)/_state/place'
import { useMailboxes, useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import { isView } from '@/lib/contract/mailboxes'

/** Where one is, and who. */
export function Header({ search }: { search: ReactNode }) {
  const t = useTranslations()
  const { listed, thread } = usePlace()
  const id = listed.kind === 'mailbox' ? listed.id : ''
  const nameOf = useMailboxName()
  const elsewhere = useElsewhere()
  const name = elsewhere ?? (listed.kind === 'search' ? t('search.title', { q: listed.q }) : nameOf(id))
  const mailboxes = useMailboxes().data?.mailboxes
  const mailbox = mailboxes?.find((candidate) => candidate.id === id)
  usePageTitle(thread ? null : t('shell.title', { name }))
  useUnreadMark(mailboxes?.find((candidate) => candidate.id === 'inbox')?.unread ?? 0)
  // On a phone the box is on the page of searches, and the name of the mailbox elsewhere.
  const searching = listed.kind === 'search' && !thread
  const Title = thread ? 'p' : 'h1'
  return (
    <header className="flex h-14 shrink-0 items-center gap-2 pr-3 pl-5 max-md:pr-2 max-md:pl-1.5">
      <Drawer />
      <Title className={classNames('truncate font-semibold text-lg', searching ? 'sr-only' : 'md:sr-only')}>
        {name}
      </Title>
      {search}
      <div className="ml-auto flex shrink-0 items-center gap-2">
        {mailbox && !isView(mailbox) && (
          <span className="text-ink-faint text-sm max-lg:hidden">{t('list.range', { total: mailbox.total })}</span>
        )}
        <AccountMenu />
      </div>
    </header>
  )
}

/** The name of a page that is no list; null at lists. */
function useElsewhere(): string | null {
  const t = useTranslations()
  const settings = useSettingsSection()
  const admin = useAdminSection()
  const system = useIsAtSystem()
  const contacts = useContactsPlace()
  if (settings) return t('settings.title')
  if (admin) return t('admin.title')
  if (contacts) return t('contacts.title')
  return system ? t('system.title') : null
}
