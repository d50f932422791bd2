'use client'

import { BellOff, Forward, Paperclip, Reply, Star } from 'lucide-react'
import { type DragEvent, type MouseEvent, memo, Suspense, startTransition, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/app/_ui/checkbox'
import { classNames } from '@/app/_ui/class-names'
import { lazyView } from '@/app/_ui/lazy-view'
import { LabelChips } from '@/app/(mail)/_labels/label-chips'
import { Excerpts } from '@/app/(mail)/_list/excerpts'
import { FoundIn } from '@/app/(mail)/_list/found-in'
import styles from '@/app/(mail)/_list/row.module.css'
import { Who } from '@/app/(mail)/_list/who'
import type { Action } from '@/app/(mail)/_state/actions'
import { openComposer } from '@/app/(mail)/_state/composer-intents'
import { MarkSlot } from '@/app/(mail)/_state/delivery/mark-slot'
import { type Listed, realMailbox } from '@/app/(mail)/_state/listed'
import { HeldSlot } from '@/app/(mail)/_state/outbox/held-slot'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { threadPath } from '@/app/(mail)/_state/place-path'
import { useTimedNoteText } from '@/app/(mail)/_state/timed-note-text'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { ThreadRow } from '@/lib/contract/threads'
import type { TimedNote } from '@/lib/contract/timed'

const RowActions = lazyView(() => import('@/app/(mail)/_list/row-actions'))

export type RowProps = {
  listed: Listed
  row: ThreadRow
  index: number
  total: number
  selected: boolean
  /** Why it stands where it does. */
  note: TimedNote | undefined
  /** Shown in the reading pane. */
  open: boolean
  onToggle: (index: number, range: boolean) => void
  onAct: (action: Action, row: ThreadRow) => void
  /** The pointer is at a row; it will be opened if it stays for `patience` ms. */
  onNear: (row: ThreadRow, patience: number) => void
  onSnooze: (rows: ThreadRow[]) => void
  onDrag: (event: DragEvent<HTMLElement>, row: ThreadRow) => void
}

/** One conversation of the list, or one message. */
export const Row = memo(function Row({
  listed,
  row,
  index,
  total,
  selected,
  note,
  open,
  onToggle,
  onAct,
  onSnooze,
  onNear,
  onDrag,
}: RowProps) {
  const t = useTranslations('list')
  const [near, setNear] = useState(false)
  const show = () => setNear(true)
  return (
    <li
      className={styles.row}
      style={{ top: `calc(var(--row) * ${index})` }}
      data-index={index}
      data-selected={selected || undefined}
      data-open={open || undefined}
      aria-posinset={index + 1}
      aria-setsize={total}
      onPointerEnter={() => onNear(row, passing)}
      onPointerDown={() => onNear(row, 0)}
      // not on entering: the pointer may have stood here before the page heard it
      onPointerMove={near ? undefined : () => startTransition(show)}
      onFocus={show}
      draggable
      onDragStart={(event) => onDrag(event, row)}
    >
      <Checkbox
        className={styles.check}
        label={t('select', { subject: row.subject || t('noSubject') })}
        checked={selected}
        onChange={() => undefined}
        onClick={(event: MouseEvent) => onToggle(index, event.shiftKey)}
      />
      <RowContent row={row} listed={listed} note={note} near={near} onAct={onAct} onSnooze={onSnooze} />
    </li>
  )
})

type RowContentProps = Pick<RowProps, 'row' | 'listed' | 'note' | 'onAct' | 'onSnooze'> & {
  /** The pointer or the keyboard's focus was here: the actions are shown only then, and half of a row's elements are theirs. */
  near: boolean
}

/** What does not depend on the row's place: it stays as it is when a row above goes. */
const RowContent = memo(function RowContent({ row, listed, note, near, onAct, onSnooze }: RowContentProps) {
  const t = useTranslations('list')
  const unread = !row.flags.seen
  return (
    <>
      <StarButton row={row} onAct={onAct} />
      <span dir="auto" className={classNames(styles.who, 'truncate text-ink-soft', unread && 'font-semibold')}>
        {unread && <span className="sr-only">{t('unread')} </span>}
        <Who row={row} listed={listed} />
      </span>
      <Words row={row} listed={listed} subject={row.subject || t('noSubject')} note={note} />
      <Marks row={row} listed={listed} />
      <Facts row={row} />
      {near && (
        <Suspense fallback={null}>
          <RowActions row={row} listed={listed} onAct={onAct} onSnooze={onSnooze} />
        </Suspense>
      )}
    </>
  )
})

type WordsProps = Pick<RowProps, 'row' | 'listed' | 'note'> & { subject: string }

function Words({ row, listed, subject, note }: WordsProps) {
  const unread = !row.flags.seen
  const edit = (event: MouseEvent) => {
    // A draft is gone on with; in a conversation it is found at its place.
    if (row.ref.mailbox !== 'drafts' || row.messages.length > 1) return
    event.preventDefault()
    openComposer({ kind: 'edit', source: row.ref })
  }
  return (
    <span className={classNames(styles.text, 'flex min-w-0 items-baseline gap-2')} dir="auto">
      {row.labels.length > 0 && (
        <LabelChips
          ids={row.labels}
          without={listed.kind === 'mailbox' ? listed.id : undefined}
          className={styles.labels}
        />
      )}
      <PlaceLink
        href={threadPath(listed, row.ref)}
        fromList
        // the row is dragged, not its address
        draggable={false}
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
      {listed.kind === 'search' && <FoundIn row={row} />}
      {note && <Note note={note} />}
      {row.ref.mailbox === 'scheduled' && <HeldSlot messageRef={row.ref} className={styles.note} />}
      <span className={classNames(styles.preview, 'min-w-0 flex-1 truncate text-ink-faint')}>
        {row.excerpts.length > 0 ? <Excerpts excerpts={row.excerpts} /> : row.preview}
      </span>
    </span>
  )
}

/** A pointer that only passes by asks for nothing. */
const passing = 70

function Note({ note }: { note: TimedNote }) {
  const textOf = useTimedNoteText()
  return (
    <span
      className={classNames(styles.note, 'shrink-0 self-center rounded-sm bg-warn-wash px-1.5 text-warn-text text-xs')}
    >
      {textOf(note)}
    </span>
  )
}

const icon = { size: 16, strokeWidth: 1.75 } as const

function Marks({ row, listed }: { row: ThreadRow; listed: Listed }) {
  const t = useTranslations('list')
  const muted = useTranslations('snooze')('muted')
  const sent = realMailbox(listed) === 'sent' && row.messages.findLast(({ ref }) => ref.mailbox === 'sent')
  return (
    <span className={classNames(styles.mark, 'flex items-center gap-1.5 text-ink-faint')}>
      {sent && <MarkSlot messageRef={sent.ref} className={styles.delivery} />}
      {row.flags.answered && <Reply {...icon} role="img" aria-label={t('answered')} />}
      {row.flags.forwarded && <Forward {...icon} role="img" aria-label={t('forwarded')} />}
      {row.muted && <BellOff {...icon} role="img" aria-label={muted} />}
      {row.hasAttachments && <Paperclip {...icon} role="img" aria-label={t('hasAttachments')} />}
    </span>
  )
}

function Facts({ row }: { row: ThreadRow }) {
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
