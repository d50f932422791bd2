import { readFileSync } from 'node:fs'

/**
 * How many tests of one part passed, failed and were skipped; `unsteady` ones passed at the second try only. A part that
 * could not run at all counts as one failure.
 */
export type Count = { passed: number; failed: number; skipped: number; unsteady: string[] }

export const none: Count = { passed: 0, failed: 0, skipped: 0, unsteady: [] }

export const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  unsteady: [...a.unsteady, ...b.unsteady],
})

/** Makes a failed run count as failed even where its report names no failing test (it crashed, or ran nothing). */
export function honest(count: Count, exitCode: number): Count {
  const ranNothing = count.passed + count.failed === 0
  return (exitCode !== 0 && count.failed === 0) || ranNothing ? { ...count, failed: count.failed + 1 } : count
}

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }

/** Reads vitest's JSON report. A report that is missing or broken counts nothing; `honest` makes that a failure. */
export function countVitest(file: string): Count {
  const report = readReport<VitestReport>(file)
  if (!report) return none
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    unsteady: [],
  }
}

type PlaywrightSuite = { suites?: PlaywrightSuite[]; specs?: { title: string; tests: { status: string }[] }[] }
type PlaywrightReport = PlaywrightSuite & {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

const unsteadyIn = ({ suites = [], specs = [] }: PlaywrightSuite): string[] => [
  ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title),
  ...suites.flatMap(unsteadyIn),
]

/** Reads Playwright's JSON report. A test that passed at the second try has passed, and is named. */
export function countPlaywright(file: string): Count {
  const report = readReport<PlaywrightReport>(file)
  if (!report) return none
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected, skipped, unsteady: unsteadyIn(report) }
}

function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return null
  }
}

export function countLine(count: Count): string {
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
  return `${count.passed} passed, ${count.failed} failed${skipped}`
}
