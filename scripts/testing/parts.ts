import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Count, countPlaywright, countVitest, honest, none } from '@/scripts/testing/count'
import { testWorldEnv } from '@/scripts/testing/world'

const reports = resolve('.waypost/reports')

function reportFile(name: string): string {
  mkdirSync(reports, { recursive: true })
  const file = join(reports, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): number {
  return spawnSync(command, args, { stdio: 'inherit', env }).status ?? 1
}

/** Types, lint, arrows and dead code, each counted as one. */
export function runChecks(): Count {
  const result = spawnSync('tsx', ['scripts/check.ts'], { encoding: 'utf8' })
  process.stdout.write(result.stdout + result.stderr)
  const line = /check: (\d+) passed, (\d+) failed/.exec(result.stdout)
  const counted = { ...none, passed: Number(line?.[1] ?? 0), failed: Number(line?.[2] ?? 0) }
  return honest(counted, result.status ?? 1)
}

function runVitest(project: 'unit' | 'int' | 'crash', extra: string[], env?: NodeJS.ProcessEnv): Count {
  const file = reportFile(project)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const status = run('vitest', [...args, ...extra], env)
  return honest(countVitest(file), status)
}

export const runUnit = (extra: string[] = []): Count => runVitest('unit', extra)

/** Needs the test world running. */
export const runIntegration = (extra: string[] = []): Count => runVitest('int', extra, testWorldEnv())

/** Needs the test world running, and leaves servers behind that were just killed: nothing else comes after it. */
export const runCrash = (extra: string[] = []): Count => runVitest('crash', extra, testWorldEnv())

/** Needs the test world running. */
export function runBrowser(extra: string[] = []): Count {
  const file = reportFile('e2e')
  const env = { ...testWorldEnv(), PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const status = run('playwright', ['test', '--reporter=list,json', ...extra], env)
  return honest(countPlaywright(file), status)
}
