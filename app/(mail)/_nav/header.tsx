'use client'

import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { AccountMenu } from '@/app/(mail)/_nav/account-menu'
import { Drawer } from '@/app/(mail)/_nav/drawer'
import { usePlace } from '@/app/(mail)/_state/place'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { useMailboxes, useMailboxName } from '@/app/(mail)/_state/use-mailboxes'

/** Where one is, and who. The page's title carries the unread count, so that a tab in the background tells it. */
export function Header() {
  const t = useTranslations()
  const format = useFormat()
  const { listed, thread } = usePlace()
  const id = listed.kind === 'mailbox' ? listed.id : ''
  const name = useMailboxName()(id)
  const mailbox = useMailboxes().data?.mailboxes.find((candidate) => candidate.id === id)
  const unread = mailbox?.unread ?? 0
  useEffect(() => {
    if (thread) return
    const count = format.count(unread)
    document.title = unread > 0 ? t('shell.titleUnread', { name, count }) : t('shell.title', { name })
  }, [t, format, name, unread, thread])
  const Title = thread ? 'p' : 'h1'
  return (
    <header className="flex h-14 shrink-0 items-center gap-2 pr-3 pl-5 max-md:pr-2 max-md:pl-1.5">
      <Drawer />
      <Title className="min-w-0 truncate font-semibold text-lg">{name}</Title>
      {mailbox && (
        <span className="truncate pt-0.5 text-ink-faint text-sm max-sm:hidden">
          {t('list.range', { total: mailbox.total })}
        </span>
      )}
      <span className="flex-1" />
      <AccountMenu />
    </header>
  )
}
