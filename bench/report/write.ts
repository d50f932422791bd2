import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { resolve } from 'node:path'
import { charts } from '@/bench/report/charts'
import { report } from '@/bench/report/sections'
import { roundcubeVersions } from '@/bench/roundcube/server'
import type { Results } from '@/bench/run'
import type { Settings } from '@/bench/settings'

const folder = resolve('.waypost/reports')

/** Load averages belong to the figures: other work on the machine makes all of them larger. */
export type Machine = { cores: number; processor: string; memoryGb: number; loadBefore: number; loadAfter: number }

export function machineAt(loadBefore: number): Machine {
  const [cpu] = cpus()
  const memoryGb = Math.round(totalmem() / 2 ** 30)
  return {
    cores: cpus().length,
    processor: cpu?.model.trim() ?? '',
    memoryGb,
    loadBefore,
    loadAfter: loadavg()[0] ?? 0,
  }
}

/** Writes the report for people (Markdown, SVG) and machines (JSON), and prints it. */
export async function writeReport(settings: Settings, results: Results, loadBefore: number): Promise<void> {
  const machine = machineAt(loadBefore)
  const versions: Record<string, string> = { node: process.version, ...(await roundcubeVersions()) }
  const about = [
    `${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB; load average ${loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
  ]
  const text = `${about.join('\n\n')}\n\n${report(settings, results)}\n`
  mkdirSync(folder, { recursive: true })
  const at = new Date().toISOString()
  writeFileSync(
    resolve(folder, 'bench.json'),
    `${JSON.stringify({ at, machine, versions, settings, ...results }, null, 2)}\n`,
  )
  writeFileSync(resolve(folder, 'bench.md'), text)
  for (const [name, svg] of Object.entries(charts(results))) writeFileSync(resolve(folder, name), svg)
  console.log(`\n${text}\nWritten to ${folder}: bench.json, bench.md and charts.`)
}
