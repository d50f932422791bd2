'use client'

import { Archive, Clock, FolderInput, Mail, MailOpen, OctagonAlert, ShieldCheck, Star, Tag, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/app/_ui/icon-button'
import { SelectionMenu } from '@/app/(mail)/_list/selection-menu'
import type { ToolbarProps } from '@/app/(mail)/_list/toolbar'
import { canArchive } from '@/app/(mail)/_state/actions'
import { canSnooze } from '@/app/(mail)/_state/can-snooze'
import { realMailbox } from '@/app/(mail)/_state/listed'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** What can be done with what is ticked. Loaded with the first tick. */
export default function SelectionActions({
  listed,
  selection,
  onAct,
  onDeleteForever,
  onPick,
  onSnooze,
  onUnsnooze,
}: ToolbarProps) {
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
      {canArchive(mailbox) && button(t('archive'), 'e', <Archive {...icon} />, () => onAct('archive'))}
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
