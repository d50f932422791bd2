'use client'

import { useTranslations } from 'use-intl'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { TimedNote } from '@/lib/contract/timed'

const keys = { snoozed: 'until', woken: 'woken', 'no-answer': 'noAnswer' } as const

/** Why a conversation stands where it does, in words. */
export function useTimedNoteText(): (note: TimedNote) => string {
  const t = useTranslations('snooze')
  const format = useFormat()
  return ({ kind, at }) => t(keys[kind], { time: format.medium(at) })
}
