import { TZDate, tz } from '@date-fns/tz'
import { addDays, isValid, nextMonday, set } from 'date-fns'

/** A time one may choose to send at, named in the catalogues under `sendLater`. */
export type SendTime = { name: 'tomorrow' | 'monday'; at: Date }

const morning = { hours: 8, minutes: 0, seconds: 0, milliseconds: 0 }

/** The mornings after `now` in a time zone (an IANA name); Monday is left out where it is tomorrow. */
export function sendTimes(now: Date, zone: string): SendTime[] {
  const context = { in: tz(zone) }
  const tomorrow = set(addDays(now, 1, context), morning, context)
  const monday = set(nextMonday(now, context), morning, context)
  const times: SendTime[] = [{ name: 'tomorrow', at: new Date(tomorrow) }]
  if (monday.getTime() !== tomorrow.getTime()) times.push({ name: 'monday', at: new Date(monday) })
  return times
}

/** What `<input type="datetime-local">` holds, read as a time in that zone; null when it is none. */
export function timeInZone(value: string, zone: string): Date | null {
  const parts = /^(\d{4,6})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/.exec(value)
  if (parts === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  const at = new TZDate(year, month - 1, day, hour, minute, second, zone)
  return isValid(at) ? new Date(at.getTime()) : null
}

/** The zone of this browser, and all it knows. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
export const zones = (): string[] => [...new Set([ownZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])]
