'use client'

import { Archive, Clock, Mail, MailOpen, Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/app/_ui/icon-button'
import type { RowProps } from '@/app/(mail)/_list/row'
import styles from '@/app/(mail)/_list/row.module.css'
import { canSnooze } from '@/app/(mail)/_state/can-snooze'
import { realMailbox } from '@/app/(mail)/_state/listed'

const icon = { size: 16, strokeWidth: 1.75 } as const

/** What is here is in no archive's way. */
const unarchived = new Set(['archive', 'trash', 'drafts', 'scheduled'])

type RowActionsProps = Pick<RowProps, 'row' | 'listed' | 'onAct' | 'onSnooze'>

/** What a row offers under the pointer or the keyboard's focus. Its code comes after the first rows. */
export default function RowActions({ row, listed, onAct, onSnooze }: RowActionsProps) {
  const t = useTranslations('list')
  const timed = useTranslations('snooze')
  const read = row.flags.seen
  const here = realMailbox(listed)
  return (
    <span className={styles.actions}>
      {!unarchived.has(here ?? '') && (
        <IconButton label={t('archive')} hint="e" onClick={() => onAct('archive', row)}>
          <Archive {...icon} aria-hidden />
        </IconButton>
      )}
      {here !== 'trash' && (
        <IconButton label={t('delete')} hint="#" onClick={() => onAct('delete', row)}>
          <Trash2 {...icon} aria-hidden />
        </IconButton>
      )}
      <IconButton label={t(read ? 'markUnread' : 'markRead')} onClick={() => onAct(read ? 'unread' : 'read', row)}>
        {read ? <Mail {...icon} aria-hidden /> : <MailOpen {...icon} aria-hidden />}
      </IconButton>
      {canSnooze(listed) && (
        <IconButton label={timed('verb')} hint="b" onClick={() => onSnooze([row])}>
          <Clock {...icon} aria-hidden />
        </IconButton>
      )}
    </span>
  )
}
