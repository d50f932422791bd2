'use client'

import { useLocale, useTranslations } from 'use-intl'
import { timeChoices } from '@/app/(mail)/_timed/time-choices'

/** A time to choose, in words; `detail` says when that is. */
export type TimeOption = { label: string; detail: string; at: Date }

/** Times until which mail may sleep, with the day of the week where it is not today. */
export function useSnoozeOptions(): TimeOption[] {
  const t = useTranslations('snooze')
  const time = new Intl.DateTimeFormat(useLocale(), { weekday: 'short', hour: 'numeric', minute: '2-digit' })
  return timeChoices(new Date()).map(({ name, at }) => ({ label: t(name), detail: time.format(at), at }))
}

/** After how many days without an answer one is reminded. */
export const followUpDays = [1, 3, 7, 14] as const

const dayMs = 24 * 60 * 60 * 1000

export const followUpChoices = (now: Date, label: (days: number) => string): TimeOption[] =>
  followUpDays.map((days) => ({ label: label(days), detail: '', at: new Date(now.getTime() + days * dayMs) }))
