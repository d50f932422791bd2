'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Confirm } from '@/app/_ui/confirm'
import { Row } from '@/app/(mail)/_list/row'
import { RowSkeleton } from '@/app/(mail)/_list/row-skeleton'
import { EmptyMailbox, ListFailed } from '@/app/(mail)/_list/states'
import { Toolbar } from '@/app/(mail)/_list/toolbar'
import { useCursor } from '@/app/(mail)/_list/use-cursor'
import { type Selection, useSelection } from '@/app/(mail)/_list/use-selection'
import { useWindow } from '@/app/(mail)/_list/use-window'
import { refKey } from '@/app/(mail)/_state/query-keys'
import { type Action, useChanges } from '@/app/(mail)/_state/use-changes'
import { usePrefetchMessage } from '@/app/(mail)/_state/use-messages'
import type { MessageRow } from '@/lib/contract/messages'

/** The list of one mailbox. Give it the mailbox as `key`: another mailbox is another list. */
export function MessageList({ mailbox }: { mailbox: string }) {
  const t = useTranslations('list')
  const view = useWindow(mailbox)
  const { list } = view
  const selection = useSelection(list.rowAt)
  const { act, removeForever } = useChanges()
  const [asking, setAsking] = useState<MessageRow[]>([])
  const actOn = useActOn(selection, act)
  useCursor({ mailbox, view, selection, actOn, onDeleteForever: setAsking })
  const jump = (end: 'newest' | 'oldest') => view.virtualizer.scrollToIndex(end === 'newest' ? 0 : list.total - 1)
  return (
    <>
      <Toolbar
        mailbox={mailbox}
        rows={list.rows}
        selection={selection}
        onAct={(action) => actOn(action, selection.rows)}
        onDeleteForever={() => setAsking(selection.rows)}
        onRefresh={list.retry}
        onJump={jump}
      />
      {mailbox === 'trash' && list.total > 0 && <Note text={t('trashNote')} />}
      {mailbox === 'spam' && list.total > 0 && <Note text={t('spamNote')} />}
      <Rows mailbox={mailbox} view={view} selection={selection} actOn={actOn} />
      {asking.length > 0 && (
        <Confirm
          title={t('confirmDelete')}
          text={t('confirmDeleteText', { count: asking.length })}
          verb={t('deleteForever')}
          onCancel={() => setAsking([])}
          onConfirm={() => {
            removeForever(asking.map(({ ref }) => ref))
            selection.clear()
            setAsking([])
          }}
        />
      )}
    </>
  )
}

export type ActOn = (action: Action, rows: MessageRow[]) => void

function useActOn(selection: Selection, act: (action: Action, refs: MessageRow['ref'][]) => void): ActOn {
  const { clear } = selection
  return useCallback(
    (action, rows) => {
      act(
        action,
        rows.map(({ ref }) => ref),
      )
      clear()
    },
    [act, clear],
  )
}

function Note({ text }: { text: string }) {
  return <p className="shrink-0 border-line border-b bg-canvas px-4 py-2 text-ink-soft text-sm">{text}</p>
}

type RowsProps = { mailbox: string; view: ReturnType<typeof useWindow>; selection: Selection; actOn: ActOn }

function Rows({ mailbox, view, selection, actOn }: RowsProps) {
  const t = useTranslations('list')
  const { list, items, scroller } = view
  const prefetch = usePrefetchMessage()
  const onAct = useCallback((action: Action, row: MessageRow) => actOn(action, [row]), [actOn])
  const near = useRef(0)
  const onNear = useCallback(
    (row: MessageRow) => {
      // A pointer that only passes by asks for nothing.
      clearTimeout(near.current)
      if (!row.flags.draft) near.current = window.setTimeout(() => prefetch(row.ref), 70)
    },
    [prefetch],
  )
  const drawn = useMemo(() => (list.loading ? firstScreen : items), [list.loading, items])
  if (list.error && list.loading) return <ListFailed error={list.error} onRetry={list.retry} />
  if (!list.loading && list.total === 0) return <EmptyMailbox mailbox={mailbox} />
  return (
    <div ref={scroller} className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ul
        aria-label={t('label')}
        aria-busy={list.loading}
        className="relative"
        style={{ height: list.loading ? '100%' : `calc(var(--row) * ${list.total})` }}
      >
        {drawn.map(({ index }) => {
          const row = list.loading ? undefined : list.rowAt(index)
          const style = { top: `calc(var(--row) * ${index})` }
          if (!row) return <RowSkeleton key={`waiting-${index}`} index={index} style={style} />
          return (
            <Row
              key={refKey(row.ref)}
              listed={mailbox}
              row={row}
              index={index}
              total={list.total}
              style={style}
              selected={selection.has(row)}
              onToggle={selection.toggle}
              onAct={onAct}
              onNear={onNear}
            />
          )
        })}
      </ul>
    </div>
  )
}

const firstScreen = Array.from({ length: 14 }, (_, index) => ({ index }))
