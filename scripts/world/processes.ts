import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** A process that cannot be confused with a later one of the same number: `started` is in clock ticks since boot. */
export interface ProcessMark {
  readonly pid: number
  readonly started: string
}

/** Field 22 of /proc/<pid>/stat (proc(5)), undefined when there is no such process or it is a zombie. */
function startTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

export function markProcess(pid: number): ProcessMark {
  return { pid, started: startTime(pid) ?? '' }
}

export function isAlive(mark: ProcessMark): boolean {
  return mark.started !== '' && startTime(mark.pid) === mark.started
}

/** Sends a signal to the process group that `mark` leads; a group that is gone is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(-pid, signal)
  } catch {
    // already gone
  }
}

/** Asks `ready` again and again; false when `seconds` went by without a yes. */
export async function until(ready: () => boolean | Promise<boolean>, seconds: number, every = 100): Promise<boolean> {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    if (await ready()) return true
    await pause(every)
  }
  return false
}
