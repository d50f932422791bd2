import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * How many tests of one part passed, failed and were skipped, and what those that failed said: a title and the first lines
 * of its error each. A part that could not run at all counts as one failure.
 */
export type Count = { passed: number; failed: number; skipped: number; failures: string[] }

export const none: Count = { passed: 0, failed: 0, skipped: 0, failures: [] }

export const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
})

/** Makes a failed run count as failed even where its report names no failing test (it crashed, or ran nothing). */
export function honest(count: Count, exitCode: number): Count {
  const ranNothing = count.passed + count.failed === 0
  return (exitCode !== 0 && count.failed === 0) || ranNothing ? { ...count, failed: count.failed + 1 } : count
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    message?: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** Reads vitest's JSON report. A report that is missing or broken counts nothing; `honest` makes that a failure. */
export function countVitest(file: string): Count {
  const report = readReport<VitestReport>(file)
  if (!report) return none
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap((file) => {
      const failed = file.assertionResults.filter((test) => test.status === 'failed')
      const titles = failed.map((test) =>
        failure(`${inProject(file.name)} › ${test.fullName}`, test.failureMessages[0]),
      )
      return titles.length === 0 && file.message ? [failure(inProject(file.name), file.message)] : titles
    }),
  }
}

type PlaywrightSuite = { specs: PlaywrightSpec[]; suites?: PlaywrightSuite[] }
type PlaywrightSpec = {
  file: string
  line: number
  title: string
  tests: { status: string; results: { error?: { message?: string } }[] }[]
}
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  suites: PlaywrightSuite[]
}

/** Reads Playwright's JSON report. A flaky test is a failed one. */
export function countPlaywright(file: string): Count {
  const report = readReport<PlaywrightReport>(file)
  if (!report) return none
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
    skipped: report.stats.skipped,
    failures: report.suites.flatMap(specsOf).flatMap((spec) =>
      spec.tests
        .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
        .map((test) => {
          const error = test.results.find((result) => result.error)?.error
          return failure(`${spec.file}:${spec.line} › ${spec.title}`, error?.message)
        }),
    ),
  }
}

const specsOf = (suite: PlaywrightSuite): PlaywrightSpec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]

const inProject = (file: string): string => relative(process.cwd(), file)

/** A failed test's title and the lines of its error that say what was expected, without the stack: at most eight. */
function failure(title: string, message = ''): string {
  const lines = stripVTControlCharacters(message).split('\n')
  const stack = lines.findIndex((line) => /^\s+at /.test(line))
  const said = (stack === -1 ? lines : lines.slice(0, stack)).filter((line) => line.trim() !== '').slice(0, 8)
  return [title, ...said.map((line) => `    ${line}`)].join('\n')
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
