/** What a clock in the zone shows at that moment, as if it were UTC; in milliseconds. */
function wallTime(moment: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

// asking Intl takes as long as a search does
const zones = new Set(['UTC'])

/** The zone itself when it is one (IANA), else UTC. */
export function knownZone(zone: string): string {
  if (zones.has(zone)) return zone
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
    if (zones.size < 1_000) zones.add(zone)
    return zone
  } catch {
    return 'UTC'
  }
}

/** The moment a day (`YYYY-MM-DD`) begins in a time zone. */
export function dayStart(day: string, zone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`)
  // twice: the first guess may lie on the other side of a change of the clocks
  let moment = wanted
  for (let round = 0; round < 2; round++) moment -= wallTime(moment, zone) - wanted
  return new Date(moment)
}
