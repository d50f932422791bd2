import { expect, test } from 'vitest'
import { wordsQuery } from '@/lib/db/word-index/words-query'
import { WordsVector } from '@/lib/db/word-index/words-vector'

test('Words stand with their places and weights; fields are words of their own', () => {
  const vector = new WordsVector()
  vector.add('The plan', 'A')
  vector.add('Ann <ann@x.example>', 'B', 'from')
  vector.add('the end', 'D')
  expect(vector.toString()).toBe(
    "'the':2A,10 'plan':3A 'ann':5B,6B 'from:ann':5B,6B 'x':7B 'from:x':7B 'example':8B 'from:example':8B 'end':11",
  )
})

test('A book of a million words stays within what PostgreSQL takes', () => {
  const vector = new WordsVector()
  vector.add(Array.from({ length: 200_000 }, (_, index) => `w${index} same`).join(' '), 'D')
  const text = vector.toString()
  expect(text.length).toBeLessThan(2_000_000)
  expect(text).toMatch(/:16382 /)
  expect(text).not.toMatch(/:16384/)
  expect(/'same':([\d,]+)/.exec(text)?.[1]?.split(',').length).toBeLessThanOrEqual(255)
  expect(vector.full).toBe(true)
})

test('What is typed becomes words in their order, prefixes and fields', () => {
  expect(wordsQuery('Q3-Report', false, 'anywhere')).toBe("('q3' <-> 'report')")
  expect(wordsQuery('ann@x.ex', true, 'from')).toBe("('from:ann' <-> 'from:x' <-> 'from:ex':*)")
  expect(wordsQuery('plan', true, 'subject')).toBe("'plan':*A")
  expect(wordsQuery('!?', false, 'anywhere')).toBeNull()
})
