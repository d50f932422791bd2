'use client'

import { Code, Download, EllipsisVertical, FolderInput, Mail, OctagonAlert, Printer, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Menu } from '@/app/_ui/menu'
import type { ReaderActions } from '@/app/(mail)/_reader/use-reader-keys'
import { moveTargets, useMailboxes, useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import type { MessageDetail } from '@/lib/contract/messages'
import { urls } from '@/lib/contract/urls'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
const look = 'grid size-8 shrink-0 place-items-center text-ink-soft hover:bg-hover hover:text-ink max-md:size-10'

/** Move to, and the rarer things: original, file, paper. */
export function MoreMenu({ detail, actions }: { detail: MessageDetail; actions: ReaderActions }) {
  const t = useTranslations()
  const { data } = useMailboxes()
  const nameOf = useMailboxName()
  const targets = moveTargets(data?.mailboxes ?? [], detail.ref.mailbox)
  return (
    <>
      <Menu
        label={t('list.moveTo')}
        className={look}
        entries={targets.map(({ id, role, path }) => ({
          label: role ? nameOf(id) : path,
          run: () => actions.act({ moveTo: id }),
        }))}
      >
        <FolderInput {...icon} />
      </Menu>
      <Menu
        label={t('list.more')}
        className={look}
        entries={[
          // On a narrow screen these two have no button of their own.
          { label: t('list.markUnread'), icon: <Mail {...icon} />, hint: 'U', run: () => actions.act('unread') },
          detail.ref.mailbox === 'spam'
            ? {
                label: t('list.notSpam'),
                icon: <ShieldCheck {...icon} />,
                hint: '!',
                run: () => actions.act('not-spam'),
              }
            : { label: t('list.spam'), icon: <OctagonAlert {...icon} />, hint: '!', run: () => actions.act('spam') },
          'line',
          { label: t('reader.print'), icon: <Printer {...icon} />, href: urls.print(detail.ref) },
          { label: t('reader.showOriginal'), icon: <Code {...icon} />, href: urls.source(detail.ref) },
          { label: t('reader.download'), icon: <Download {...icon} />, href: urls.eml(detail.ref), download: true },
        ]}
      >
        <EllipsisVertical {...icon} />
      </Menu>
    </>
  )
}
