'use client'

import {
  Archive,
  Clock,
  FolderInput,
  Mail,
  MailOpen,
  OctagonAlert,
  RotateCw,
  ShieldCheck,
  Star,
  Tag,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/app/_ui/checkbox'
import { IconButton } from '@/app/_ui/icon-button'
import type { Picking } from '@/app/(mail)/_labels/picker-slot'
import { ListMenu } from '@/app/(mail)/_list/list-menu'
import { SelectionMenu } from '@/app/(mail)/_list/selection-menu'
import type { Selection } from '@/app/(mail)/_list/use-selection'
import type { Action } from '@/app/(mail)/_state/actions'
import { canSnooze } from '@/app/(mail)/_state/can-snooze'
import { type Listed, realMailbox } from '@/app/(mail)/_state/listed'
import type { ThreadList } from '@/app/(mail)/_state/use-threads'

type ToolbarProps = {
  listed: Listed
  list: ThreadList
  selection: Selection
  onAct: (action: Action) => void
  onDeleteForever: () => void
  onSnooze: () => void
  onUnsnooze: () => void
  onPick: (kind: Picking['kind'], anchor: Element) => void
  onRefresh: () => void
  onJump: (end: 'newest' | 'oldest') => void
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Above the list: tick all, and what can be done with what is ticked. */
export function Toolbar(props: ToolbarProps) {
  const { list, selection } = props
  const { rows } = list
  const t = useTranslations('list')
  const count = selection.everything ? list.total : selection.rows.length
  const all = count > 0 && rows.every(selection.has)
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar')}
      className="flex h-12 shrink-0 items-center gap-0.5 border-line border-b pr-2 pl-3 max-md:pl-1"
    >
      <Checkbox
        className="max-md:w-10"
        label={t(all ? 'selectNone' : 'selectAll')}
        checked={all}
        disabled={rows.length === 0}
        mixed={count > 0 && !all}
        onChange={() => (all ? selection.clear() : selection.set(rows))}
      />
      {count > 0 ? <SelectionActions {...props} /> : <ListActions {...props} />}
      <span className="flex-1" />
      <span role="status" className="px-2 text-ink-faint text-sm max-md:sr-only">
        {count > 0 && t('selected', { count })}
      </span>
    </div>
  )
}

function ListActions({ onRefresh, onJump }: ToolbarProps) {
  const t = useTranslations('list')
  return (
    <>
      <IconButton label={t('refresh')} onClick={onRefresh}>
        <RotateCw {...icon} />
      </IconButton>
      <ListMenu onJump={onJump} />
    </>
  )
}

function SelectionActions({ listed, selection, onAct, onDeleteForever, onPick, onSnooze, onUnsnooze }: ToolbarProps) {
  const t = useTranslations('list')
  const timed = useTranslations('snooze')
  const mailbox = realMailbox(listed)
  const unread = selection.rows.some((row) => !row.flags.seen)
  const starred = selection.rows.every((row) => row.flags.flagged)
  const button = (label: string, hint: string, image: ReactNode, run: () => void) => (
    <IconButton label={label} hint={hint} onClick={run}>
      {image}
    </IconButton>
  )
  return (
    <>
      {mailbox !== 'archive' &&
        mailbox !== 'drafts' &&
        button(t('archive'), 'e', <Archive {...icon} />, () => onAct('archive'))}
      {mailbox === 'spam'
        ? button(t('notSpam'), '!', <ShieldCheck {...icon} />, () => onAct('not-spam'))
        : mailbox !== 'drafts' &&
          mailbox !== 'sent' &&
          button(t('spam'), '!', <OctagonAlert {...icon} />, () => onAct('spam'))}
      {mailbox === 'trash' || mailbox === 'spam'
        ? button(t('deleteForever'), '#', <Trash2 {...icon} />, onDeleteForever)
        : button(t('delete'), '#', <Trash2 {...icon} />, () => onAct('delete'))}
      {button(
        t(unread ? 'markRead' : 'markUnread'),
        unread ? 'I' : 'U',
        unread ? <MailOpen {...icon} /> : <Mail {...icon} />,
        () => onAct(unread ? 'read' : 'unread'),
      )}
      {button(t(starred ? 'unstar' : 'star'), 's', <Star {...icon} />, () => onAct(starred ? 'unstar' : 'star'))}
      {canSnooze(listed) && button(timed('verb'), 'b', <Clock {...icon} />, onSnooze)}
      <IconButton
        label={t('moveTo')}
        hint="v"
        aria-haspopup="dialog"
        onClick={(event) => onPick('move', event.currentTarget)}
      >
        <FolderInput {...icon} />
      </IconButton>
      <IconButton
        label={t('labelAs')}
        hint="l"
        aria-haspopup="dialog"
        onClick={(event) => onPick('label', event.currentTarget)}
      >
        <Tag {...icon} />
      </IconButton>
      <SelectionMenu listed={listed} rows={selection.rows} onAct={onAct} onUnsnooze={onUnsnooze} />
    </>
  )
}
