'use client'

import {
  CircleQuestionMark,
  Code,
  Download,
  EllipsisVertical,
  Forward,
  Mail,
  Printer,
  Reply,
  ReplyAll,
  Trash2,
  UserPlus,
} from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { lazyView } from '@/app/_ui/lazy-view'
import { Menu, type MenuEntry } from '@/app/_ui/menu'
import { useAddSender } from '@/app/(mail)/_reader/use-add-sender'
import type { MessageActions } from '@/app/(mail)/_reader/use-reader-actions'
import type { Address } from '@/lib/contract/address'
import type { MessageRef } from '@/lib/contract/messages'
import { urls } from '@/lib/contract/urls'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

const OriginDialog = lazyView(() => import('@/app/(mail)/_reader/origin/origin-dialog'))

/** What one wrote oneself came from nowhere. */
const own = new Set(['sent', 'drafts', 'scheduled'])

type MessageMenuProps = { messageRef: MessageRef; sender: Address | undefined; actions: MessageActions }

/** What can be done with one message of a conversation. */
export function MessageMenu({ messageRef, sender, actions }: MessageMenuProps) {
  const t = useTranslations()
  const [asked, setAsked] = useState<boolean | null>(null)
  const addSender = useAddSender()
  const add: MenuEntry[] =
    sender === undefined || own.has(messageRef.mailbox)
      ? []
      : [{ label: t('contacts.addSender'), icon: <UserPlus {...icon} />, run: () => void addSender(sender) }]
  const why: MenuEntry[] = own.has(messageRef.mailbox)
    ? []
    : [{ label: t('origin.menu'), icon: <CircleQuestionMark {...icon} />, run: () => setAsked(true) }]
  return (
    <>
      <Menu
        label={t('threads.messageMenu')}
        align="end"
        className="grid size-8 shrink-0 place-items-center text-ink-soft hover:bg-hover hover:text-ink max-md:size-10"
        entries={[
          { label: t('reader.reply'), icon: <Reply {...icon} />, run: () => actions.answer('reply', messageRef) },
          {
            label: t('reader.replyAll'),
            icon: <ReplyAll {...icon} />,
            run: () => actions.answer('reply-all', messageRef),
          },
          { label: t('reader.forward'), icon: <Forward {...icon} />, run: () => actions.answer('forward', messageRef) },
          'line',
          { label: t('threads.unreadFromHere'), icon: <Mail {...icon} />, run: () => actions.unreadFrom(messageRef) },
          {
            label: t('threads.deleteMessage'),
            icon: <Trash2 {...icon} />,
            run: () => actions.deleteMessage(messageRef),
          },
          'line',
          ...add,
          ...why,
          { label: t('reader.print'), icon: <Printer {...icon} />, href: urls.print(messageRef) },
          { label: t('reader.showOriginal'), icon: <Code {...icon} />, href: urls.source(messageRef) },
          { label: t('reader.download'), icon: <Download {...icon} />, href: urls.eml(messageRef), download: true },
        ]}
      >
        <EllipsisVertical {...icon} />
      </Menu>
      {asked !== null && (
        <Suspense fallback={null}>
          <OriginDialog open={asked} onOpenChange={setAsked} messageRef={messageRef} />
        </Suspense>
      )}
    </>
  )
}
