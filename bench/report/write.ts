import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { resolve } from 'node:path'
import { bytesTable, timesTable } from '@/bench/report/table'
import type { Results } from '@/bench/run'
import type { Settings } from '@/bench/settings'

const folder = resolve('.waypost/reports')

function machine() {
  const [cpu] = cpus()
  return {
    cores: cpus().length,
    processor: cpu?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: loadavg().map((value) => Number(value.toFixed(2))),
    node: process.version,
  }
}

/** Writes the JSON for machines and prints the tables for people. */
export async function writeReport(settings: Settings, results: Results): Promise<void> {
  const about = machine()
  console.log(`\n${about.cores} cores (${about.processor}), load ${about.load.join(' ')}`)
  for (const messages of settings.messages) {
    if (!results.comparison) continue
    console.log(`\n${messages} messages\n`)
    console.log(`${timesTable(results.comparison.lines, messages, 'server')}\n`)
    console.log(`${timesTable(results.comparison.lines, messages, 'wall')}\n`)
    console.log(bytesTable(results.comparison.lines, messages))
  }
  mkdirSync(folder, { recursive: true })
  const file = resolve(folder, 'bench.json')
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), machine: about, settings, ...results }, null, 2)}\n`,
  )
  console.log(`\nJSON: ${file}`)
}
