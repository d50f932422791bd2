'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import { refKey } from '@/app/(mail)/_state/query-keys'
import type { ThreadRow } from '@/lib/contract/threads'

export type Selection = {
  /** Those ticked one by one, or all that are loaded. */
  rows: ThreadRow[]
  /** All of the list is meant, also what is not loaded; `rows` are those of it that are. */
  everything: boolean
  has: (row: ThreadRow) => boolean
  /** With `range` also everything between here and the row chosen before. */
  toggle: (index: number, range: boolean) => void
  set: (rows: ThreadRow[]) => void
  /** Everything in the list, once its loaded rows are ticked. */
  setEverything: () => void
  clear: () => void
}

/** Which conversations are ticked. They are kept by name, so a list that moves under them keeps them. */
export function useSelection(rowAt: (index: number) => ThreadRow | undefined): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, ThreadRow>>(new Map())
  const [everything, setWhole] = useState(false)
  const anchor = useRef<number | null>(null)
  const set = useCallback((rows: ThreadRow[]) => {
    setWhole(false)
    setChosen(new Map(rows.map((row) => [refKey(row.ref), row])))
  }, [])
  const setEverything = useCallback(() => setWhole(true), [])
  const clear = useCallback(() => {
    anchor.current = null
    set([])
  }, [set])
  const toggle = useCallback(
    (index: number, range: boolean) => {
      const from = range && anchor.current !== null ? anchor.current : index
      anchor.current = index
      setWhole(false)
      setChosen((before) => withToggled(before, rowsBetween(rowAt, from, index), rowAt(index)))
    },
    [rowAt],
  )
  return useMemo(
    () => ({
      rows: [...chosen.values()],
      everything,
      has: (row) => chosen.has(refKey(row.ref)),
      toggle,
      set,
      setEverything,
      clear,
    }),
    [chosen, everything, toggle, set, setEverything, clear],
  )
}

function rowsBetween(rowAt: (index: number) => ThreadRow | undefined, a: number, b: number): ThreadRow[] {
  const rows: ThreadRow[] = []
  for (let index = Math.min(a, b); index <= Math.max(a, b); index++) {
    const row = rowAt(index)
    if (row) rows.push(row)
  }
  return rows
}

function withToggled(
  before: ReadonlyMap<string, ThreadRow>,
  rows: ThreadRow[],
  target: ThreadRow | undefined,
): ReadonlyMap<string, ThreadRow> {
  const after = new Map(before)
  const tick = target !== undefined && !before.has(refKey(target.ref))
  for (const row of rows) {
    if (tick) after.set(refKey(row.ref), row)
    else after.delete(refKey(row.ref))
  }
  return after
}
