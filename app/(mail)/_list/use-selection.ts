'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import { refKey } from '@/app/(mail)/_state/query-keys'
import type { MessageRow } from '@/lib/contract/messages'

export type Selection = {
  rows: MessageRow[]
  has: (row: MessageRow) => boolean
  /** With `range` also everything between here and the row chosen before. */
  toggle: (index: number, range: boolean) => void
  set: (rows: MessageRow[]) => void
  clear: () => void
}

/** Which messages are ticked. They are kept by name, so a list that moves under them keeps them. */
export function useSelection(rowAt: (index: number) => MessageRow | undefined): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, MessageRow>>(new Map())
  const anchor = useRef<number | null>(null)
  const set = useCallback((rows: MessageRow[]) => setChosen(new Map(rows.map((row) => [refKey(row.ref), row]))), [])
  const clear = useCallback(() => {
    anchor.current = null
    setChosen(new Map())
  }, [])
  const toggle = useCallback(
    (index: number, range: boolean) => {
      const from = range && anchor.current !== null ? anchor.current : index
      anchor.current = index
      setChosen((before) => withToggled(before, rowsBetween(rowAt, from, index), rowAt(index)))
    },
    [rowAt],
  )
  return useMemo(
    () => ({ rows: [...chosen.values()], has: (row) => chosen.has(refKey(row.ref)), toggle, set, clear }),
    [chosen, toggle, set, clear],
  )
}

function rowsBetween(rowAt: (index: number) => MessageRow | undefined, a: number, b: number): MessageRow[] {
  const rows: MessageRow[] = []
  for (let index = Math.min(a, b); index <= Math.max(a, b); index++) {
    const row = rowAt(index)
    if (row) rows.push(row)
  }
  return rows
}

function withToggled(
  before: ReadonlyMap<string, MessageRow>,
  rows: MessageRow[],
  target: MessageRow | undefined,
): ReadonlyMap<string, MessageRow> {
  const after = new Map(before)
  const tick = target !== undefined && !before.has(refKey(target.ref))
  for (const row of rows) {
    if (tick) after.set(refKey(row.ref), row)
    else after.delete(refKey(row.ref))
  }
  return after
}
