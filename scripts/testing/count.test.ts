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
  const file = report({ numPassedTests: 4, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [] })
  expect(countLine(countVitest(file))).toBe('4 passed, 1 failed')
})

test('a flaky browser test counts as failed and a skipped one is said', () => {
  const file = report({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 2 }, suites: [] })
  expect(countLine(countPlaywright(file))).toBe('3 passed, 1 failed, 2 skipped')
})

test('a run without a report or without a test is a failure', () => {
  expect(honest(countVitest('/nonexistent'), 1).failed).toBe(1)
  expect(honest(none, 0).failed).toBe(1)
})

test('a run that exits badly after passing tests is a failure', () => {
  expect(honest({ ...none, passed: 7 }, 1).failed).toBe(1)
})

test('a failed test of vitest is named with its error, without the stack', () => {
  const failureMessages = ['AssertionError: expected 1 to be 2\n\n- 2\n+ 1\n    at /somewhere/a.ts:3:1']
  const assertionResults = [
    { status: 'passed', fullName: 'good', failureMessages: [] },
    { status: 'failed', fullName: 'a file bad', failureMessages },
  ]
  const testResults = [
    { name: join(process.cwd(), 'lib/a.test.ts'), assertionResults },
    { name: join(process.cwd(), 'lib/b.test.ts'), message: 'Cannot find module', assertionResults: [] },
  ]
  const counts = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 }
  expect(countVitest(report({ ...counts, testResults })).failures).toEqual([
    'lib/a.test.ts › a file bad\n    AssertionError: expected 1 to be 2\n    - 2\n    + 1',
    'lib/b.test.ts\n    Cannot find module',
  ])
})

test('a failed browser test is named with its error, however deep its suite', () => {
  const results = [{ error: { message: '\u001b[31mTimeout 5000ms exceeded.\u001b[39m' } }]
  const bad = { file: 'a.spec.ts', line: 7, title: 'bad', tests: [{ status: 'unexpected', results }] }
  const good = { file: 'a.spec.ts', line: 3, title: 'good', tests: [{ status: 'expected', results: [{}] }] }
  const stats = { expected: 1, unexpected: 1, flaky: 0, skipped: 0 }
  const suites = [{ specs: [good], suites: [{ specs: [bad] }] }]
  expect(countPlaywright(report({ stats, suites })).failures).toEqual([
    'a.spec.ts:7 › bad\n    Timeout 5000ms exceeded.',
  ])
})
