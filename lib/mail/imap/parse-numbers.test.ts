import { expect, test } from 'vitest'
import { parseNumbers, parseSequenceSet, toSequenceSet } from '@/lib/mail/imap/parse-numbers'

test('numbers of a SORT answer, in its order', () => {
  expect([...parseNumbers(Buffer.from('* SORT 5 3 4294967295'), 6)]).toEqual([5, 3, 4294967295])
  expect([...parseNumbers(Buffer.from('* SORT'), 6)]).toEqual([])
})

test('a sequence set is spread out up to the first word that is none', () => {
  expect([...parseSequenceSet(Buffer.from('1:3,7,9:10'))]).toEqual([1, 2, 3, 7, 9, 10])
  expect([...parseSequenceSet(Buffer.from('ALL 5:6 MODSEQ 9'), 4)]).toEqual([5, 6])
  expect([...parseSequenceSet(Buffer.from(''))]).toEqual([])
})

test('a set that claims more messages than a mailbox can have is refused', () => {
  expect(() => parseSequenceSet(Buffer.from('1:4294967295'))).toThrow(RangeError)
})

test('ascending numbers are written as ranges, and read back the same', () => {
  const numbers = [1, 2, 3, 7, 9, 10]
  expect(toSequenceSet(numbers)).toBe('1:3,7,9:10')
  expect([...parseSequenceSet(Buffer.from(toSequenceSet(numbers)))]).toEqual(numbers)
  expect(toSequenceSet([])).toBe('')
})
