import { expect, test } from 'vitest'
import { parseThread } from '@/lib/mail/thread/parse-thread'

/** Conversations of an answer as lists of UIDs. */
function parsed(answer: string): number[][] {
  const { uids, threads, count } = parseThread(Buffer.from(`* THREAD${answer}`), 8)
  const lists: number[][] = Array.from({ length: count }, () => [])
  uids.forEach((uid, at) => {
    lists[threads[at] as number]?.push(uid)
  })
  return lists
}

test('the example of RFC 5256', () => {
  expect(parsed(' (2)(3 6 (4 23)(44 7 96))')).toEqual([[2], [3, 6, 4, 23, 44, 7, 96]])
})

test('a conversation whose first message is missing begins with a list', () => {
  expect(parsed(' ((1)(2 3))((4)(5))(6)')).toEqual([[1, 2, 3], [4, 5], [6]])
})

test('an empty mailbox has none', () => {
  expect(parsed('')).toEqual([])
  expect(parsed(' ')).toEqual([])
})

test('UIDs up to 2^32 - 1 are kept whole', () => {
  expect(parsed(' (4294967295 1)')).toEqual([[4294967295, 1]])
})
