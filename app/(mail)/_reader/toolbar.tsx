'use client'

import {
  Archive,
  ArrowLeft,
  ChevronDown,
  ChevronUp,
  Clock,
  FolderInput,
  Mail,
  OctagonAlert,
  ShieldCheck,
  Tag,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/app/_ui/icon-button'
import { MoreMenu } from '@/app/(mail)/_reader/more-menu'
import type { ReaderActions } from '@/app/(mail)/_reader/use-reader-actions'
import { canArchive } from '@/app/(mail)/_state/actions'
import { type Listed, realMailbox } from '@/app/(mail)/_state/listed'
import { useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import type { Neighbours } from '@/app/(mail)/_state/use-thread'
import type { ThreadDetail } from '@/lib/contract/threads'

type ReaderToolbarProps = {
  listed: Listed
  detail: ThreadDetail | undefined
  neighbours: Neighbours
  actions: ReaderActions
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Above the conversation: back, what can be done with it, its neighbours. */
export function ReaderToolbar({ listed, detail, neighbours: { newer, older }, actions }: ReaderToolbarProps) {
  const t = useTranslations('reader')
  const list = useTranslations('list')
  const timed = useTranslations('snooze')
  const name = useMailboxName()(listed.kind === 'mailbox' ? listed.id : '')
  const mailbox = realMailbox(listed)
  const button = (label: string, hint: string, image: ReactNode, run: () => void, off = !detail, wide = false) => (
    <IconButton label={label} hint={hint} onClick={run} disabled={off} className={wide ? 'max-sm:hidden' : undefined}>
      {image}
    </IconButton>
  )
  const pickButton = (kind: 'move' | 'label', label: string, hint: string, image: ReactNode) => (
    <IconButton
      label={label}
      hint={hint}
      data-pick={kind}
      aria-haspopup="dialog"
      disabled={!detail}
      onClick={(event) => actions.pick(kind, event.currentTarget)}
    >
      {image}
    </IconButton>
  )
  return (
    <div
      role="toolbar"
      aria-label={t('actions')}
      className="flex h-12 shrink-0 items-center gap-0.5 border-line border-b px-3 max-md:px-1"
    >
      {button(t('back', { mailbox: name }), 'u', <ArrowLeft {...icon} />, actions.back, false)}
      <span aria-hidden className="mx-2 h-5 w-px bg-line max-md:hidden" />
      {canArchive(mailbox) && button(t('archive'), 'e', <Archive {...icon} />, () => actions.act('archive'))}
      {mailbox === 'spam'
        ? button(list('notSpam'), '!', <ShieldCheck {...icon} />, () => actions.act('not-spam'), !detail, true)
        : mailbox !== 'sent' &&
          button(list('spam'), '!', <OctagonAlert {...icon} />, () => actions.act('spam'), !detail, true)}
      {mailbox !== 'trash' && button(t('delete'), '#', <Trash2 {...icon} />, () => actions.act('delete'))}
      {button(list('markUnread'), 'U', <Mail {...icon} />, () => actions.act('unread'), !detail, true)}
      {actions.snooze && button(timed('verb'), 'b', <Clock {...icon} />, actions.snooze, !detail, true)}
      {pickButton('move', list('moveTo'), 'v', <FolderInput {...icon} />)}
      {pickButton('label', list('labelAs'), 'l', <Tag {...icon} />)}
      {detail && <MoreMenu mailbox={mailbox} detail={detail} actions={actions} />}
      <span className="flex-1" />
      {button(t('newer'), 'k', <ChevronUp {...icon} />, () => newer && actions.show(newer), !newer)}
      {button(t('older'), 'j', <ChevronDown {...icon} />, () => older && actions.show(older), !older)}
    </div>
  )
}
