import { readFileSync } from 'node:fs'

/** How many tests of one part passed, failed and were skipped. A part that could not run at all counts as one failure. */
export type Count = { passed: number; failed: number; skipped: number }

export const none: Count = { passed: 0, failed: 0, skipped: 0 }

export const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
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
  }
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

/** Reads Playwright's JSON report. A flaky test is a failed one. */
export function countPlaywright(file: string): Count {
  const report = readReport<PlaywrightReport>(file)
  if (!report) return none
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
    skipped: report.stats.skipped,
  }
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
