import { readdirSync, readFileSync } from 'node:fs'

/** Memory in bytes (what is shared counted by share, PSS), processor seconds, open files and processes of a server. */
export type Usage = { memory: number; cpu: number; files: number; processes: number }

const ticks = 100

/**
 * Fields of /proc/<pid>/stat after the name (proc(5)): parent, and the ticks spent in user and system mode, those of
 * children that have ended among them: else a server whose processes come and go would seem to give time back.
 */
export function readStat(text: string): { parent: number; ticks: number } {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { parent: Number(fields[1]), ticks: fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) }
}

export const readPss = (text: string): number => Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024

function parents(): Map<number, number> {
  const found = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      found.set(Number(name), readStat(readFileSync(`/proc/${name}/stat`, 'utf8')).parent)
    } catch {
      // ended meanwhile
    }
  }
  return found
}

function familyOf(root: number): number[] {
  const all = parents()
  const isOf = (pid: number): boolean => pid === root || (all.has(pid) && isOf(all.get(pid) ?? 0))
  return [...all.keys()].filter(isOf)
}

/** A server and all processes below it. */
export function usageOf(root: number): Usage {
  const total: Usage = { memory: 0, cpu: 0, files: 0, processes: 0 }
  for (const pid of familyOf(root)) {
    try {
      total.memory += readPss(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
      total.cpu += readStat(readFileSync(`/proc/${pid}/stat`, 'utf8')).ticks / ticks
      total.files += readdirSync(`/proc/${pid}/fd`).length
      total.processes += 1
    } catch {
      // ended meanwhile
    }
  }
  return total
}
