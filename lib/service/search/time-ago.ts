/** The moment so long before `now`. Months and years by the calendar: a month before 31 March is the last of February. */
export function timeAgo(amount: number, unit: 'd' | 'w' | 'm' | 'y', now: Date): Date {
  if (unit === 'd' || unit === 'w') return new Date(now.getTime() - amount * (unit === 'd' ? 1 : 7) * 86_400_000)
  const months = amount * (unit === 'm' ? 1 : 12)
  const moment = new Date(now)
  moment.setUTCDate(1)
  moment.setUTCMonth(now.getUTCMonth() - months)
  const lastDay = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 0)).getUTCDate()
  moment.setUTCDate(Math.min(now.getUTCDate(), lastDay))
  // farther back than dates go: before everything
  return Number.isNaN(moment.getTime()) || moment.getUTCFullYear() < 1 ? new Date(0) : moment
}
