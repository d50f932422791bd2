'use client'

import { RotateCw } from 'lucide-react'
import { Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/app/_ui/checkbox'
import { IconButton } from '@/app/_ui/icon-button'
import { lazyView } from '@/app/_ui/lazy-view'
import type { Picking } from '@/app/(mail)/_labels/picker-slot'
import { ListMenu } from '@/app/(mail)/_list/list-menu'
import type { Selection } from '@/app/(mail)/_list/use-selection'
import type { Action } from '@/app/(mail)/_state/actions'
import type { Listed } from '@/app/(mail)/_state/listed'
import type { ThreadList } from '@/app/(mail)/_state/use-threads'

const SelectionActions = lazyView(() => import('@/app/(mail)/_list/selection-actions'))

export type ToolbarProps = {
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
      {count > 0 ? (
        <Suspense fallback={null}>
          <SelectionActions {...props} />
        </Suspense>
      ) : (
        <ListActions {...props} />
      )}
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
