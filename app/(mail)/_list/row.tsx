'use client'

import { Archive, Forward, Mail, MailOpen, Paperclip, Reply, Star, Trash2 } from 'lucide-react'
import { type CSSProperties, type MouseEvent, memo } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/app/_ui/checkbox'
import { classNames } from '@/app/_ui/class-names'
import { IconButton } from '@/app/_ui/icon-button'
import styles from '@/app/(mail)/_list/row.module.css'
import { openComposer } from '@/app/(mail)/_state/composer-intents'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { messagePath } from '@/app/(mail)/_state/place-path'
import type { Action } from '@/app/(mail)/_state/use-changes'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { MessageRow } from '@/lib/contract/messages'

type RowProps = {
  listed: string
  row: MessageRow
  index: number
  total: number
  style: CSSProperties
  selected: boolean
  onToggle: (index: number, range: boolean) => void
  onAct: (action: Action, row: MessageRow) => void
  onNear: (row: MessageRow) => void
}

/** One message of the list. */
export const Row = memo(function Row({
  listed,
  row,
  index,
  total,
  style,
  selected,
  onToggle,
  onAct,
  onNear,
}: RowProps) {
  const t = useTranslations('list')
  const subject = row.subject || t('noSubject')
  const unread = !row.flags.seen
  return (
    <li
      className={styles.row}
      style={style}
      data-index={index}
      data-selected={selected || undefined}
      aria-posinset={index + 1}
      aria-setsize={total}
      onPointerEnter={() => onNear(row)}
    >
      <Checkbox
        className={styles.check}
        label={t('select', { subject })}
        checked={selected}
        onChange={() => undefined}
        onClick={(event: MouseEvent) => onToggle(index, event.shiftKey)}
      />
      <StarButton row={row} onAct={onAct} />
      <span dir="auto" className={classNames(styles.who, 'truncate', unread ? 'font-semibold' : 'text-ink-soft')}>
        {unread && <span className="sr-only">{t('unread')} </span>}
        <Who row={row} listed={listed} />
      </span>
      <Words row={row} listed={listed} subject={subject} />
      <Marks row={row} />
      <Facts row={row} />
      <HoverActions row={row} listed={listed} onAct={onAct} />
    </li>
  )
})

function Who({ row, listed }: { row: MessageRow; listed: string }) {
  const t = useTranslations('list')
  if (row.flags.draft || listed === 'drafts') {
    return (
      <>
        <span className="text-danger-text">{t('draft')}</span> {namesOf(row.to)}
      </>
    )
  }
  const outgoing = row.ref.mailbox === 'sent' || row.ref.mailbox === 'scheduled'
  if (outgoing) return t('to', { names: namesOf(row.to) || t('noRecipient') })
  return namesOf(row.from) || t('noSender')
}

const namesOf = (people: MessageRow['from']): string => people.map(({ name, address }) => name || address).join(', ')

function Words({ row, listed, subject }: { row: MessageRow; listed: string; subject: string }) {
  const unread = !row.flags.seen
  const draft = listed === 'drafts' || row.ref.mailbox === 'drafts'
  const edit = (event: MouseEvent) => {
    if (!draft) return
    event.preventDefault()
    openComposer({ kind: 'edit', source: row.ref })
  }
  return (
    <span className={classNames(styles.text, 'flex min-w-0 items-baseline gap-2')} dir="auto">
      <PlaceLink
        href={messagePath(listed, row.ref)}
        fromList
        onClick={edit}
        className={classNames(
          styles.link,
          styles.subject,
          'max-w-[75%] shrink-0 truncate max-md:max-w-none',
          unread && 'font-semibold',
        )}
      >
        {subject}
      </PlaceLink>
      <span className={classNames(styles.preview, 'min-w-0 flex-1 truncate text-ink-faint')}>{row.preview}</span>
    </span>
  )
}

const icon = { size: 16, strokeWidth: 1.75 } as const

function Marks({ row }: { row: MessageRow }) {
  const t = useTranslations('list')
  return (
    <span className={classNames(styles.mark, 'flex items-center gap-1.5 text-ink-faint')}>
      {row.flags.answered && <Reply {...icon} role="img" aria-label={t('answered')} />}
      {row.flags.forwarded && <Forward {...icon} role="img" aria-label={t('forwarded')} />}
      {row.hasAttachments && <Paperclip {...icon} role="img" aria-label={t('hasAttachments')} />}
    </span>
  )
}

function Facts({ row }: { row: MessageRow }) {
  const format = useFormat()
  return (
    <>
      <span className={classNames(styles.size, 'text-ink-faint text-xs')}>{format.size(row.size)}</span>
      <time
        dateTime={row.date}
        title={format.full(row.date)}
        className={classNames(styles.when, 'text-xs', row.flags.seen ? 'text-ink-faint' : 'font-semibold text-ink')}
      >
        {format.when(row.date)}
      </time>
    </>
  )
}

function StarButton({ row, onAct }: Pick<RowProps, 'row' | 'onAct'>) {
  const t = useTranslations('list')
  const starred = row.flags.flagged
  return (
    <button
      type="button"
      aria-label={t(starred ? 'unstar' : 'star')}
      aria-pressed={starred}
      onClick={() => onAct(starred ? 'unstar' : 'star', row)}
      className={classNames(
        styles.star,
        'grid size-8 place-items-center rounded-md hover:text-star max-md:size-9',
        starred ? 'text-star' : 'text-line-strong',
      )}
    >
      <Star {...icon} aria-hidden fill={starred ? 'currentColor' : 'none'} />
    </button>
  )
}

function HoverActions({ row, listed, onAct }: Pick<RowProps, 'row' | 'listed' | 'onAct'>) {
  const t = useTranslations('list')
  const read = row.flags.seen
  return (
    <span className={styles.actions}>
      {listed !== 'archive' && listed !== 'trash' && listed !== 'drafts' && (
        <IconButton label={t('archive')} hint="e" onClick={() => onAct('archive', row)}>
          <Archive {...icon} aria-hidden />
        </IconButton>
      )}
      {listed !== 'trash' && (
        <IconButton label={t('delete')} hint="#" onClick={() => onAct('delete', row)}>
          <Trash2 {...icon} aria-hidden />
        </IconButton>
      )}
      <IconButton label={t(read ? 'markUnread' : 'markRead')} onClick={() => onAct(read ? 'unread' : 'read', row)}>
        {read ? <Mail {...icon} aria-hidden /> : <MailOpen {...icon} aria-hidden />}
      </IconButton>
    </span>
  )
}
