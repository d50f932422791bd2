'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { refKey, timedKey } from '@/app/(mail)/_state/query-keys'
import { api } from '@/lib/contract/client'
import type { ThreadMessage } from '@/lib/contract/threads'
import type { TimedNote } from '@/lib/contract/timed'

export function useTimed() {
  return useQuery({ queryKey: timedKey, queryFn: ({ signal }) => api.timed(signal), staleTime: 60_000 })
}

type NoteOf = (messages: Pick<ThreadMessage, 'ref'>[]) => TimedNote | undefined

/** Why a conversation stands where it does, by its newest message that knows; undefined for nearly all. */
export function useTimedNotes(): NoteOf {
  const { data } = useTimed()
  return useMemo((): NoteOf => {
    const notes = new Map(data?.notes.map((note) => [refKey(note.ref), note]))
    if (notes.size === 0) return () => undefined
    return (messages) => {
      const noted = messages.findLast(({ ref }) => notes.has(refKey(ref)))
      return noted && notes.get(refKey(noted.ref))
    }
  }, [data])
}
