'use client'

import { EllipsisVertical, FolderInput, Mail, OctagonAlert, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Menu } from '@/app/_ui/menu'
import type { ReaderActions } from '@/app/(mail)/_reader/use-reader-actions'
import { moveTargets, useMailboxes, useMailboxName } from '@/app/(mail)/_state/use-mailboxes'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
const look = 'grid size-8 shrink-0 place-items-center text-ink-soft hover:bg-hover hover:text-ink max-md:size-10'

/** Move to, and what has no button of its own on a narrow screen. `mailbox`: where it is, if in one place. */
export function MoreMenu({ mailbox, actions }: { mailbox: string | null; actions: ReaderActions }) {
  const t = useTranslations('list')
  const { data } = useMailboxes()
  const nameOf = useMailboxName()
  const targets = moveTargets(data?.mailboxes ?? [], mailbox)
  return (
    <>
      <Menu
        label={t('moveTo')}
        className={look}
        entries={targets.map(({ id, role, path }) => ({
          label: role ? nameOf(id) : path,
          run: () => actions.act({ moveTo: id }),
        }))}
      >
        <FolderInput {...icon} />
      </Menu>
      <Menu
        label={t('more')}
        className={`${look} sm:hidden`}
        entries={[
          { label: t('markUnread'), icon: <Mail {...icon} />, run: () => actions.act('unread') },
          mailbox === 'spam'
            ? { label: t('notSpam'), icon: <ShieldCheck {...icon} />, run: () => actions.act('not-spam') }
            : { label: t('spam'), icon: <OctagonAlert {...icon} />, run: () => actions.act('spam') },
        ]}
      >
        <EllipsisVertical {...icon} />
      </Menu>
    </>
  )
}
