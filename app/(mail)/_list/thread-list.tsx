'use client'

import { type DragEvent, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Confirm } from '@/app/_ui/confirm'
import { lazyView } from '@/app/_ui/lazy-view'
import { PickerSlot, type Picking } from '@/app/(mail)/_labels/picker-slot'
import { EmptyNow } from '@/app/(mail)/_list/empty-now'
import { Row } from '@/app/(mail)/_list/row'
import { RowSkeleton } from '@/app/(mail)/_list/row-skeleton'
import { EmptyMailbox, ListFailed } from '@/app/(mail)/_list/states'
import { Toolbar } from '@/app/(mail)/_list/toolbar'
import { useCursor } from '@/app/(mail)/_list/use-cursor'
import { type Selection, useSelection } from '@/app/(mail)/_list/use-selection'
import { useWindow } from '@/app/(mail)/_list/use-window'
import { type Acted, type Action, messagesFor } from '@/app/(mail)/_state/actions'
import { startDrag } from '@/app/(mail)/_state/drag'
import { type Listed, realMailbox } from '@/app/(mail)/_state/listed'
import { usePlace } from '@/app/(mail)/_state/place'
import { refKey } from '@/app/(mail)/_state/query-keys'
import { askForTime } from '@/app/(mail)/_state/timed-intents'
import { bulkChangeOf, useBulk } from '@/app/(mail)/_state/use-bulk'
import { useChanges } from '@/app/(mail)/_state/use-changes'
import { usePrefetchThread } from '@/app/(mail)/_state/use-thread'
import { useTimedNotes } from '@/app/(mail)/_state/use-timed'
import type { ThreadRow } from '@/lib/contract/threads'

const EverythingBar = lazyView(() => import('@/app/(mail)/_list/everything-bar'))

/** The conversations of a mailbox, or those a search found. Give it `listedName` as `key`: another list begins anew. */
export function ThreadList({ listed, empty }: { listed: Listed; empty?: ReactNode }) {
  const t = useTranslations('list')
  const view = useWindow(listed)
  const { list } = view
  const selection = useSelection(list.rowAt)
  const { removeForever, relabel, wake } = useChanges()
  const [picking, setPicking] = useState<Picking | null>(null)
  const [asking, setAsking] = useState<ThreadRow[]>([])
  const actOn = useActOn(listed, selection)
  const bulk = useBulk()
  const onSnooze = useOnSnooze(listed, selection)
  const mailbox = realMailbox(listed)
  useCursor({ listed, view, selection, actOn, onDeleteForever: setAsking, onSnooze, onPick: setPicking })
  const jump = (end: 'newest' | 'oldest') => view.scrollTo(end === 'newest' ? 0 : list.total - 1)
  return (
    <>
      <Toolbar
        listed={listed}
        list={list}
        selection={selection}
        onAct={(action) => actOn(action, selection.rows)}
        onDeleteForever={() => setAsking(selection.rows)}
        onSnooze={() => onSnooze(selection.rows)}
        onUnsnooze={() => {
          wake(selection.rows)
          selection.clear()
        }}
        onPick={(kind, anchor) => setPicking({ kind, anchor, threads: selection.rows })}
        onRefresh={list.retry}
        onJump={jump}
      />
      {selection.rows.length >= list.rows.length && list.total > list.rows.length && list.rows.length > 0 && (
        <Suspense fallback={null}>
          <EverythingBar listed={listed} loaded={list.rows.length} total={list.total} selection={selection} />
        </Suspense>
      )}
      {(mailbox === 'trash' || mailbox === 'spam') && list.total > 0 && (
        <EmptyNow mailbox={mailbox} total={list.total} />
      )}
      <Rows listed={listed} view={view} selection={selection} actOn={actOn} onSnooze={onSnooze} empty={empty} />
      <PickerSlot
        picking={picking}
        from={mailbox}
        onLabel={(changes, { threads }) => {
          if (selection.everything) for (const change of changes) bulk(listed, bulkChangeOf(change))
          else relabel(changes, threads, listed)
          selection.clear()
        }}
        onMove={(moveTo, { threads }) => actOn({ moveTo }, threads)}
        onClose={() => setPicking(null)}
      />
      {asking.length > 0 && (
        <Confirm
          title={t('confirmDelete')}
          text={t('confirmDeleteText', { count: selection.everything ? list.total : asking.length })}
          verb={t('deleteForever')}
          onCancel={() => setAsking([])}
          onConfirm={() => {
            if (selection.everything) bulk(listed, { kind: 'remove' })
            else removeForever(asking.flatMap((row) => messagesFor('delete', row, listed).map(({ ref }) => ref)))
            selection.clear()
            setAsking([])
          }}
        />
      )}
    </>
  )
}

export type ActOn = (action: Action, rows: Acted[]) => void

/** An action on what is ticked is meant for everything, when that was chosen; one on a row of its own never is. */
function useActOn(listed: Listed, { clear, everything, rows: ticked }: Selection): ActOn {
  const { act } = useChanges()
  const bulk = useBulk()
  return useCallback(
    (action, rows) => {
      if (everything && rows === ticked) bulk(listed, bulkChangeOf(action))
      else act(action, rows, listed)
      clear()
    },
    [act, bulk, listed, clear, everything, ticked],
  )
}

function useOnSnooze(listed: Listed, { clear, everything, rows: ticked }: Selection) {
  return useCallback(
    (rows: ThreadRow[]) => {
      if (everything && rows === ticked) return askForTime({ kind: 'snooze-everything', listed, done: clear })
      const conversations = rows.map(({ messages }) => messages.map(({ ref }) => ref))
      askForTime({ kind: 'snooze', conversations, done: clear })
    },
    [listed, clear, everything, ticked],
  )
}

type RowsProps = {
  listed: Listed
  view: ReturnType<typeof useWindow>
  selection: Selection
  actOn: ActOn
  onSnooze: (rows: ThreadRow[]) => void
  /** Shown instead of what an empty mailbox says. */
  empty: ReactNode
}

function Rows({ listed, view, selection, actOn, onSnooze, empty }: RowsProps) {
  const t = useTranslations('list')
  const { list, rows, attach } = view
  const { thread } = usePlace()
  const openRef = thread && refKey(thread)
  const prefetch = usePrefetchThread(listed)
  const noteOf = useTimedNotes()
  const onAct = useCallback((action: Action, row: ThreadRow) => actOn(action, [row]), [actOn])
  const drag = useDragRow(listed, selection)
  const near = useRef(0)
  const onNear = useCallback(
    (row: ThreadRow, patience: number) => {
      clearTimeout(near.current)
      if (patience === 0) prefetch(row.ref)
      else near.current = window.setTimeout(() => prefetch(row.ref), patience)
    },
    [prefetch],
  )
  const drawn = useMemo(() => (list.loading ? firstScreen : rows), [list.loading, rows])
  if (list.error && list.loading) return <ListFailed error={list.error} onRetry={list.retry} />
  if (!list.loading && list.total === 0) return empty ?? <EmptyMailbox listed={listed} />
  return (
    <div ref={attach} className="@container relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ul
        aria-label={t('label')}
        aria-busy={list.loading}
        className="relative"
        style={{ height: list.loading ? '100%' : `calc(var(--row) * ${list.total})` }}
      >
        {drawn.map((index) => {
          const row = list.loading ? undefined : list.rowAt(index)
          if (!row) return <RowSkeleton key={`waiting-${index}`} index={index} />
          return (
            <Row
              key={refKey(row.ref)}
              listed={listed}
              row={row}
              index={index}
              total={list.total}
              selected={selection.has(row)}
              note={noteOf(row.messages)}
              open={openRef === refKey(row.ref)}
              onToggle={selection.toggle}
              onAct={onAct}
              onSnooze={onSnooze}
              onNear={onNear}
              onDrag={drag}
            />
          )
        })}
      </ul>
    </div>
  )
}

/** Begins to drag a row, and with it all that are ticked when it is one of them. */
function useDragRow(listed: Listed, selection: Selection) {
  const { rows, has, clear } = selection
  const current = useRef({ rows, has })
  useEffect(() => {
    current.current = { rows, has }
  })
  return useCallback(
    (event: DragEvent<HTMLElement>, row: ThreadRow) => {
      const { rows, has } = current.current
      startDrag(event, { threads: has(row) ? rows : [row], listed, onDropped: clear })
    },
    [listed, clear],
  )
}

const firstScreen = Array.from({ length: 14 }, (_, index) => index)
