import { useMemo, useState } from 'react'
import type { ContactRow } from '@/lib/contract/contacts'

export type Selected = {
  rows: ContactRow[]
  has: (id: string) => boolean
  toggle: (row: ContactRow) => void
  clear: () => void
}

/** The contacts that are ticked; they stay so while one searches for more. */
export function useSelected(): Selected {
  const [ticked, setTicked] = useState<ReadonlyMap<string, ContactRow>>(new Map())
  return useMemo(
    () => ({
      rows: [...ticked.values()],
      has: (id) => ticked.has(id),
      toggle: (row) =>
        setTicked((before) => {
          const after = new Map(before)
          if (!after.delete(row.id)) after.set(row.id, row)
          return after
        }),
      clear: () => setTicked(new Map()),
    }),
    [ticked],
  )
}
