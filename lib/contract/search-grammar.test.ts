import { describe, expect, it } from 'vitest'
import { parseSearch, searchLimits } from '@/lib/contract/search-grammar'
import { printSearch } from '@/lib/contract/search-print'

const word = (text: string) => ({ kind: 'text', text, phrase: false, prefix: false })
const phrase = (text: string) => ({ kind: 'text', text, phrase: true, prefix: false })
const from = (text: string) => ({ kind: 'field', field: 'from', text, phrase: false, prefix: false })
const treeOf = (text: string) => {
  const { node, problems } = parseSearch(text, { now: new Date('2026-11-24T23:30:00Z'), zone: 'Europe/Berlin' })
  expect(problems, text).toEqual([])
  return node
}
const problemsOf = (text: string) => {
  const { node, problems } = parseSearch(text)
  expect(node, text).toBeNull()
  return problems.map(({ code, text }) => `${code}: ${text}`)
}

describe('a search', () => {
  it('of words must meet all of them', () => {
    expect(treeOf('quarterly  report')).toEqual({ kind: 'and', nodes: [word('quarterly'), word('report')] })
    expect(treeOf('quarterly AND report')).toEqual(treeOf('quarterly report'))
    expect(treeOf('  ')).toBeNull()
  })
  it('knows phrases, also in the quotes that phones set', () => {
    expect(treeOf('"last  page"')).toEqual(phrase('last page'))
    expect(treeOf('„last page“')).toEqual(phrase('last page'))
  })
  it('knows the beginning of a word', () => {
    expect(treeOf('soundw*')).toEqual({ ...word('soundw'), prefix: true })
    expect(treeOf('"soundw*"')).toEqual(phrase('soundw*'))
    expect(treeOf('*')).toEqual(word('*'))
  })
  it('binds OR tighter than what stands side by side', () => {
    const either = { kind: 'or', nodes: [word('b'), word('c')] }
    expect(treeOf('a b OR c')).toEqual({ kind: 'and', nodes: [word('a'), either] })
    expect(treeOf('a {b c}')).toEqual(treeOf('a b OR c'))
    expect(treeOf('(a b) OR c')).toEqual({
      kind: 'or',
      nodes: [{ kind: 'and', nodes: [word('a'), word('b')] }, word('c')],
    })
    expect(treeOf('a or b')).toEqual({ kind: 'and', nodes: [word('a'), word('or'), word('b')] })
  })
  it('negates what follows a minus at once, and only that', () => {
    expect(treeOf('-a')).toEqual({ kind: 'not', node: word('a') })
    expect(treeOf('-from:amy')).toEqual({ kind: 'not', node: from('amy') })
    expect(treeOf('-(a b)')).toEqual({ kind: 'not', node: treeOf('a b') })
    expect(treeOf('well-known')).toEqual(word('well-known'))
    expect(treeOf('a - b')).toEqual({ kind: 'and', nodes: [word('a'), word('-'), word('b')] })
  })
  it('puts an operator before each word of its brackets', () => {
    expect(treeOf('from:(amy OR "Bo Li")')).toEqual({
      kind: 'or',
      nodes: [from('amy'), { ...from('Bo Li'), phrase: true }],
    })
    expect(treeOf('from:{amy bo}')).toEqual(treeOf('from:amy OR from:bo'))
    expect(treeOf('from:(amy -bo)')).toEqual(treeOf('from:amy -from:bo'))
    expect(treeOf('subject:"two words"')).toEqual({
      kind: 'field',
      field: 'subject',
      text: 'two words',
      phrase: true,
      prefix: false,
    })
  })
  it('takes addresses and times for the words they are', () => {
    for (const text of ['https://x', '12:30', 'C:\\temp', 'std::vector', '192.168.0.1:25']) {
      expect(treeOf(text)).toEqual(word(text))
    }
    expect(treeOf('Re: contract')).toEqual({ kind: 'and', nodes: [word('Re:'), word('contract')] })
  })
  it('reads dates, ages and sizes', () => {
    expect(treeOf('before:2026/11/24')).toEqual({ kind: 'before', date: '2026-11-24' })
    expect(treeOf('after:2026-1-4')).toEqual({ kind: 'after', date: '2026-01-04' })
    // 23:30 UTC is past midnight in Berlin
    expect(treeOf('after:today')).toEqual({ kind: 'after', date: '2026-11-25' })
    expect(treeOf('before:yesterday')).toEqual({ kind: 'before', date: '2026-11-24' })
    expect(treeOf('older_than:2w')).toEqual({ kind: 'older-than', amount: 2, unit: 'w' })
    expect(treeOf('larger:5M')).toEqual({ kind: 'larger', bytes: 5 * 1024 ** 2 })
    expect(treeOf('smaller:100k')).toEqual({ kind: 'smaller', bytes: 100 * 1024 })
    expect(treeOf('larger:1g')).toEqual({ kind: 'larger', bytes: 1024 ** 3 })
    expect(treeOf('larger:1.5MB')).toEqual({ kind: 'larger', bytes: 1.5 * 1024 ** 2 })
  })
  it('reads states and places in any case of letters', () => {
    expect(treeOf('IS:Unread')).toEqual({ kind: 'is', what: 'unread' })
    expect(treeOf('in:Inbox')).toEqual({ kind: 'in', mailbox: 'inbox' })
    expect(treeOf('in:Projects/Berlin')).toEqual({ kind: 'in', mailbox: 'Projects/Berlin' })
    expect(treeOf('label:"To do"')).toEqual({ kind: 'label', label: 'To do' })
    expect(treeOf('has:attachment')).toEqual({ kind: 'has', what: 'attachment' })
  })
  it('says where each term stands', () => {
    const { terms } = parseSearch('a  -in:sent subject:"b c"')
    expect(terms.map(({ node, start, end }) => [node.kind, start, end])).toEqual([
      ['text', 0, 1],
      ['in', 4, 11],
      ['field', 12, 25],
    ])
  })
})

describe('what cannot be understood', () => {
  it('is a problem, never ignored', () => {
    expect(problemsOf('frm:amy report')).toEqual(['unknown-operator: frm:amy'])
    expect(problemsOf('is:purple')).toEqual(['bad-value: is:purple'])
    expect(problemsOf('before:2026-02-30')).toEqual(['bad-value: before:2026-02-30'])
    expect(problemsOf('older_than:0d')).toEqual(['bad-value: older_than:0d'])
    expect(problemsOf('larger:big')).toEqual(['bad-value: larger:big'])
    expect(problemsOf('from: amy')).toEqual(['empty-value: from:'])
    expect(problemsOf('""')).toEqual(['empty-value: ""'])
    expect(problemsOf('from:(to:amy)')).toEqual(['bad-value: to:amy'])
  })
  it('is named with its place', () => {
    expect(parseSearch('report is:purple x').problems).toEqual([
      { code: 'bad-value', start: 7, end: 16, text: 'is:purple' },
    ])
  })
  it('may be brackets, quotes and joining words without their other half', () => {
    expect(problemsOf('"last page')).toEqual(['unbalanced: "'])
    expect(problemsOf('(a')).toEqual(['unbalanced: ('])
    expect(problemsOf('a)')).toEqual(['unbalanced: )'])
    expect(problemsOf('()')).toEqual(['no-operand: ()'])
    expect(problemsOf('a OR')).toEqual(['no-operand: OR'])
    expect(problemsOf('OR a')).toEqual(['no-operand: OR'])
    expect(problemsOf('a OR AND b')).toEqual(['no-operand: AND'])
  })
  it('may be too much', () => {
    const deep = (levels: number) => `${'(a OR (b '.repeat(levels)}c${'))'.repeat(levels)}`
    expect(treeOf(deep(6))).not.toBeNull()
    for (const text of [
      '('.repeat(5000),
      '-'.repeat(900),
      deep(7),
      'a '.repeat(searchLimits.terms + 1),
      'a'.repeat(2001),
    ])
      expect(parseSearch(text).problems.map(({ code }) => code)).toEqual(['too-complex'])
  })
})

describe('a printed search', () => {
  it('is written as a person would', () => {
    const printed = (text: string) => {
      const node = treeOf(text)
      return node && printSearch(node)
    }
    expect(printed('from:{amy bo} larger:5120k before:2026/1/4')).toBe(
      '(from:amy OR from:bo) larger:5M before:2026-01-04',
    )
    expect(printed('older_than:2W -label:"To do" subject:contr*')).toBe('older_than:2w -label:"To do" subject:contr*')
    expect(printed('-(a OR b) "c d"')).toBe('-(a OR b) "c d"')
  })
})
