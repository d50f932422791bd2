'use client'

import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Confirm } from '@/app/_ui/confirm'
import { Row } from '@/app/(mail)/_list/row'
import { RowSkeleton } from '@/app/(mail)/_list/row-skeleton'
import { EmptyMailbox, ListFailed } from '@/app/(mail)/_list/states'
import { Toolbar } from '@/app/(mail)/_list/toolbar'
import { useCursor } from '@/app/(mail)/_list/use-cursor'
import { type Selection, useSelection } from '@/app/(mail)/_list/use-selection'
import { useWindow } from '@/app/(mail)/_list/use-window'
import { type Action, messagesFor } from '@/app/(mail)/_state/actions'
import { type Listed, realMailbox } from '@/app/(mail)/_state/listed'
import { refKey } from '@/app/(mail)/_state/query-keys'
import { useChanges } from '@/app/(mail)/_state/use-changes'
import { usePrefetchThread } from '@/app/(mail)/_state/use-thread'
import type { ThreadRow } from '@/lib/contract/threads'

/** The conversations of a mailbox, or those a search found. Give it `listedName` as `key`: another list begins anew. */
export function ThreadList({ listed, empty }: { listed: Listed; empty?: ReactNode }) {
  const t = useTranslations('list')
  const view = useWindow(listed)
  const { list } = view
  const selection = useSelection(list.rowAt)
  const { removeForever } = useChanges()
  const [asking, setAsking] = useState<ThreadRow[]>([])
  const actOn = useActOn(listed, selection)
  const mailbox = realMailbox(listed)
  useCursor({ listed, view, selection, actOn, onDeleteForever: setAsking })
  const jump = (end: 'newest' | 'oldest') => view.virtualizer.scrollToIndex(end === 'newest' ? 0 : list.total - 1)
  return (
    <>
      <Toolbar
        listed={listed}
        list={list}
        selection={selection}
        onAct={(action) => actOn(action, selection.rows)}
        onDeleteForever={() => setAsking(selection.rows)}
        onRefresh={list.retry}
        onJump={jump}
      />
      {mailbox === 'trash' && list.total > 0 && <Note text={t('trashNote')} />}
      {mailbox === 'spam' && list.total > 0 && <Note text={t('spamNote')} />}
      <Rows listed={listed} view={view} selection={selection} actOn={actOn} empty={empty} />
      {asking.length > 0 && (
        <Confirm
          title={t('confirmDelete')}
          text={t('confirmDeleteText', { count: asking.length })}
          verb={t('deleteForever')}
          onCancel={() => setAsking([])}
          onConfirm={() => {
            removeForever(asking.flatMap((row) => messagesFor('delete', row, listed).map(({ ref }) => ref)))
            selection.clear()
            setAsking([])
          }}
        />
      )}
    </>
  )
}

export type ActOn = (action: Action, rows: ThreadRow[]) => void

function useActOn(listed: Listed, { clear }: Selection): ActOn {
  const { act } = useChanges()
  return useCallback(
    (action, rows) => {
      act(action, rows, listed)
      clear()
    },
    [act, listed, clear],
  )
}

function Note({ text }: { text: string }) {
  return <p className="shrink-0 border-line border-b bg-canvas px-4 py-2 text-ink-soft text-sm">{text}</p>
}

type RowsProps = {
  listed: Listed
  view: ReturnType<typeof useWindow>
  selection: Selection
  actOn: ActOn
  /** Shown instead of what an empty mailbox says. */
  empty: ReactNode
}

function Rows({ listed, view, selection, actOn, empty }: RowsProps) {
  const t = useTranslations('list')
  const { list, items, scroller } = view
  const prefetch = usePrefetchThread(listed)
  const onAct = useCallback((action: Action, row: ThreadRow) => actOn(action, [row]), [actOn])
  const near = useRef(0)
  const onNear = useCallback(
    (row: ThreadRow, patience: number) => {
      clearTimeout(near.current)
      near.current = window.setTimeout(() => prefetch(row.ref), patience)
    },
    [prefetch],
  )
  const drawn = useMemo(() => (list.loading ? firstScreen : items), [list.loading, items])
  if (list.error && list.loading) return <ListFailed error={list.error} onRetry={list.retry} />
  if (!list.loading && list.total === 0) return empty ?? <EmptyMailbox listed={listed} />
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
              listed={listed}
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
