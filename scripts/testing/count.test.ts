import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countLine, countPlaywright, countVitest, honest } from '@/scripts/testing/count'

function report(value: unknown): string {
  const file = join(tmpdir(), `waypost-count-${process.pid}-${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(value))
  return file
}

test('a vitest report is counted test by test', () => {
  const file = report({ numPassedTests: 4, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 })
  expect(countLine(countVitest(file))).toBe('4 passed, 1 failed')
})

test('a flaky browser test counts as failed and a skipped one is said', () => {
  const file = report({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 2 } })
  expect(countLine(countPlaywright(file))).toBe('3 passed, 1 failed, 2 skipped')
})

test('a run without a report or without a test is a failure', () => {
  expect(honest(countVitest('/nonexistent'), 1).failed).toBe(1)
  expect(honest({ passed: 0, failed: 0, skipped: 0 }, 0).failed).toBe(1)
})

test('a run that exits badly after passing tests is a failure', () => {
  expect(honest({ passed: 7, failed: 0, skipped: 0 }, 1).failed).toBe(1)
})
