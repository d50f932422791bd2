'use client'

import { Clock } from 'lucide-react'
import { useTimedNoteText } from '@/app/(mail)/_state/timed-note-text'
import { useTimedNotes } from '@/app/(mail)/_state/use-timed'
import type { ThreadDetail } from '@/lib/contract/threads'

/** Why the open conversation stands where it does: it sleeps, it woke, or nobody answered. */
export function TimedNotice({ detail }: { detail: ThreadDetail }) {
  const note = useTimedNotes()(detail.messages)
  const textOf = useTimedNoteText()
  if (!note) return null
  return (
    <p className="mx-8 mb-2 flex w-fit items-center gap-2 rounded-md bg-warn-wash px-3 py-1.5 text-sm text-warn-text max-md:mx-4">
      <Clock size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
      {textOf(note)}
    </p>
  )
}
