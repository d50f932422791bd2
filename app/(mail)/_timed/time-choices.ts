/** A time one may choose, named in the catalogues under `snooze`. */
export type TimeChoice = { name: 'laterToday' | 'tomorrow' | 'weekend' | 'nextWeek'; at: Date }

const evening = 18
const morning = 8
const saturday = 6
const monday = 1

/** `days` days after `now` at that full hour of the browser's own time zone. */
const dayAt = (now: Date, days: number, hour: number) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour)

/** Days until the next such day of the week; never today. */
const daysUntil = (now: Date, weekday: number) => ((weekday - now.getDay() + 6) % 7) + 1

/** In the morning and at noon the evening; in the evening three hours on, as long as that is today. */
function laterToday(now: Date): Date | null {
  if (now.getHours() < evening - 1) return dayAt(now, 0, evening)
  const later = new Date(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours() + 3)
  return later.getDate() === now.getDate() ? later : null
}

/** What a person most often wants, in the order of time. */
export function timeChoices(now: Date): TimeChoice[] {
  const today = laterToday(now)
  const choices: TimeChoice[] = [
    ...(today === null ? [] : [{ name: 'laterToday' as const, at: today }]),
    { name: 'tomorrow', at: dayAt(now, 1, morning) },
    { name: 'weekend', at: dayAt(now, daysUntil(now, saturday), morning) },
    { name: 'nextWeek', at: dayAt(now, daysUntil(now, monday), morning) },
  ]
  const times = new Set<number>()
  const fresh = choices.filter(({ at }) => !times.has(at.getTime()) && times.add(at.getTime()))
  return fresh.sort((a, b) => a.at.getTime() - b.at.getTime())
}

const two = (value: number) => String(value).padStart(2, '0')

/** A time as `<input type="datetime-local">` takes it: local, to the minute. */
export const toInputValue = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
