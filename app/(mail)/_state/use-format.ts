'use client'

import { useMemo } from 'react'
import { useLocale, useNow, useTimeZone } from 'use-intl'
import { usePreferences } from '@/app/(mail)/_state/use-preferences'
import type { Preferences } from '@/lib/contract/preferences'

/** Dates, sizes and counts in the person's language and time zone. */
export function useFormat() {
  const locale = useLocale()
  const timeZone = useTimeZone()
  const now = useNow()
  const { clock } = usePreferences()
  return useMemo(() => makeFormat(locale, timeZone, now, clock), [locale, timeZone, now, clock])
}

/** @internal for its test */
export function makeFormat(
  locale: string,
  timeZone: string | undefined,
  now: Date,
  hours: Preferences['clock'] = 'locale',
) {
  const { day, time, dayOfYear, date, full, medium, clock, year, number } = formattersOf(locale, timeZone, hours)
  const today = day.format(now)
  const thisYear = year.format(now)
  return {
    /** Short for the list: today the time, this year the day, else the date. */
    when(iso: string): string {
      const moment = new Date(iso)
      if (day.format(moment) === today) return time.format(moment)
      return year.format(moment) === thisYear ? dayOfYear.format(moment) : date.format(moment)
    },
    /** To the second. */
    clock: (iso: string) => clock.format(new Date(iso)),
    full: (iso: string) => full.format(new Date(iso)),
    medium: (iso: string) => medium.format(new Date(iso)),
    count: (value: number) => number.format(value),
    size: (bytes: number) => sizeText(locale, bytes),
  }
}

type Formatters = ReturnType<typeof makeFormatters>

const known = new Map<string, Formatters>()
/** On the server they are of everybody who reads. */
const knownLimit = 50

/** Every row of a list asks for the same ones, and making them takes longer than all they write. */
function formattersOf(locale: string, timeZone: string | undefined, hours: Preferences['clock']): Formatters {
  const key = `${locale} ${timeZone} ${hours}`
  const found = known.get(key)
  if (found) return found
  if (known.size >= knownLimit) known.clear()
  const made = makeFormatters(locale, timeZone, hours)
  known.set(key, made)
  return made
}

function makeFormatters(locale: string, timeZone: string | undefined, hours: Preferences['clock']) {
  const hourCycle = hourCycles[hours]
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options, ...(options.timeStyle && { hourCycle }) })
  // timeStyle keeps the two digits of a 24-hour locale: "02:05 pm"
  const time =
    hours === '12'
      ? formatter({ hour: 'numeric', minute: '2-digit', hourCycle: 'h12' })
      : formatter({ timeStyle: 'short' })
  return {
    time,
    day: formatter({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    dayOfYear: formatter({ day: 'numeric', month: 'short' }),
    date: formatter({ day: '2-digit', month: '2-digit', year: '2-digit' }),
    full: formatter({ dateStyle: 'full', timeStyle: 'short' }),
    medium: formatter({ dateStyle: 'medium', timeStyle: 'short' }),
    clock: formatter({ timeStyle: 'medium' }),
    year: formatter({ year: 'numeric' }),
    number: new Intl.NumberFormat(locale),
  }
}

const hourCycles = { locale: undefined, '12': 'h12', '24': 'h23' } as const

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
const sizeFormats = new Map<string, Intl.NumberFormat>()

/** Bytes in units of 1024, as file managers show them; one decimal below ten. */
function sizeText(locale: string, bytes: number): string {
  const power = Math.min(
    units.length - 1,
    Math.max(bytes >= 1000 ? 1 : 0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)),
  )
  // Intl writes "483B" or "483 byte"; both look odd beside "2 kB"
  if (power === 0) return `${bytes} B`
  const value = bytes / 1024 ** power
  const digits = value < 9.95 && power > 1 ? 1 : 0
  const key = `${locale}/${power}/${digits}`
  let format = sizeFormats.get(key)
  if (!format) {
    const unit = units[power]
    format = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    })
    sizeFormats.set(key, format)
  }
  return format.format(power === 1 ? Math.max(1, value) : value)
}
