import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countLine, countPlaywright, countVitest, honest, none } from '@/scripts/testing/count'

function report(value: unknown): string {
  const file = join(tmpdir(), `waypost-count-${process.pid}-${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(value))
  return file
}

test('a vitest report is counted test by test', () => {
  const file = report({ numPassedTests: 4, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 })
  expect(countLine(countVitest(file))).toBe('4 passed, 1 failed')
})

test('a browser test that passes at the second try only is counted and named, a skipped one is said', () => {
  const specs = [
    { title: 'slow today', tests: [{ status: 'flaky' }] },
    { title: 'fine', tests: [{ status: 'expected' }] },
  ]
  const count = countPlaywright(
    report({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 2 }, suites: [{ suites: [{ specs }] }] }),
  )
  expect(countLine(count)).toBe('4 passed, 0 failed, 2 skipped')
  expect(count.unsteady).toEqual(['slow today'])
})

test('a run without a report or without a test is a failure', () => {
  expect(honest(countVitest('/nonexistent'), 1).failed).toBe(1)
  expect(honest(none, 0).failed).toBe(1)
})

test('a run that exits badly after passing tests is a failure', () => {
  expect(honest({ ...none, passed: 7 }, 1).failed).toBe(1)
})
