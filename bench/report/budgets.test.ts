import { expect, test } from 'vitest'
import { budgets, verdict } from '@/bench/report/budgets'

const budget = { what: 'list', unit: 'ms', limit: 20, measured: 15 }

test('a budget is met at its limit and missed beyond it, by how much', () => {
  expect(verdict({ ...budget, measured: 20 })).toBe('met')
  expect(verdict({ ...budget, measured: 30 })).toBe('missed by 50 %')
  expect(verdict({ ...budget, measured: Number.NaN })).toBe('not measured')
})

test('what has to be at least so much is missed below it', () => {
  expect(verdict({ ...budget, atLeast: true, measured: 25 })).toBe('met')
  expect(verdict({ ...budget, atLeast: true, measured: 10 })).toBe('missed by 50 %')
})

test('a run that measured nothing says so in every row', () => {
  expect(new Set(budgets({}, 1000).map(verdict))).toEqual(new Set(['not measured']))
})
