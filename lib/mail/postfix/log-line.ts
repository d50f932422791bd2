/** One line of a Postfix log in the form postlogd(8) writes it. `text` is what the program said: partly strangers' words. */
export type LogLine = {
  /** The log's own time: whole seconds, no year. */
  at: Date
  /** Program without the instance's name: `smtpd`, `qmgr`, `smtp`; services of master.cf with a name of their own keep it: `submission/smtpd`. */
  program: string
  pid: number
  text: string
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const shape = /^([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) \S+ ([^\s[]+)\[(\d+)\]: (.*)$/

/**
 * The year is not in the log: the one is taken that puts the line nearest before `now` (a day of clock skew is allowed).
 * Times are of the machine's zone, as Postfix writes them.
 */
function timeOf(month: string, day: string, clock: string[], now: Date): Date {
  const [hours = 0, minutes = 0, seconds = 0] = clock.map(Number)
  const at = new Date(now.getFullYear(), months.indexOf(month), Number(day), hours, minutes, seconds)
  const ahead = at.getTime() - now.getTime() > 24 * 60 * 60 * 1000
  if (ahead) at.setFullYear(at.getFullYear() - 1)
  return at
}

/** `postfix-blue/smtp` -> `smtp`, `postfix/submission/smtpd` -> `submission/smtpd`. */
const programOf = (tag: string): string => tag.slice(tag.indexOf('/') + 1)

/** Reads one line without its line end, or null when it is none of Postfix's. */
export function parseLogLine(line: string, now: Date): LogLine | null {
  const parts = shape.exec(line)
  if (parts === null) return null
  const [, month = '', day = '', hours = '', minutes = '', seconds = '', tag = '', pid = '', text = ''] = parts
  if (!months.includes(month)) return null
  return { at: timeOf(month, day, [hours, minutes, seconds], now), program: programOf(tag), pid: Number(pid), text }
}
