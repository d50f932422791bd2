'use client'

import { Suspense } from 'react'
import { lazyView } from '@/app/_ui/lazy-view'
import type { LabelChange } from '@/app/(mail)/_state/actions'
import type { ThreadRow } from '@/lib/contract/threads'

/** What is chosen for which conversations, and beside what the choice opens. */
export type Picking = {
  kind: 'label' | 'move'
  threads: Pick<ThreadRow, 'ref' | 'messages' | 'labels'>[]
  anchor: Element | null
}

type PickerSlotProps = {
  picking: Picking | null
  /** The mailbox listed, when it is one. */
  from: string | null
  onLabel: (changes: LabelChange[], picking: Picking) => void
  onMove: (mailbox: string, picking: Picking) => void
  onClose: () => void
}

const LabelPicker = lazyView(() => import('@/app/(mail)/_labels/label-picker'))
const MovePicker = lazyView(() => import('@/app/(mail)/_labels/move-picker'))

/** Where the pickers of labels and folders appear; their code loads when one is first asked for. */
export function PickerSlot({ picking, from, onLabel, onMove, onClose }: PickerSlotProps) {
  if (!picking) return null
  const { kind, threads, anchor } = picking
  return (
    <Suspense fallback={null}>
      {kind === 'label' ? (
        <LabelPicker
          anchor={anchor}
          labelled={threads}
          onApply={(changes) => onLabel(changes, picking)}
          onClose={onClose}
        />
      ) : (
        <MovePicker anchor={anchor} from={from} onMove={(mailbox) => onMove(mailbox, picking)} onClose={onClose} />
      )}
    </Suspense>
  )
}
