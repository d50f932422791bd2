import { expect, test } from 'vitest'
import { parseSearch } from '@/lib/contract/search-grammar'
import { excerptsOf, wordsToMark } from '@/lib/service/search/mark-words'

function marked(text: string, q: string): string[] {
  const { node } = parseSearch(q)
  if (node === null) throw new Error('not a search')
  return excerptsOf(text, wordsToMark(node)).map((excerpt) => {
    let shown = excerpt.text
    for (const [start, end] of excerpt.marks.toReversed()) {
      shown = `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`
    }
    return shown
  })
}

test('Words are marked where they stand, as they are written', () => {
  expect(marked('Dear Müller,\r\n\r\nthe  MULLER papers', 'muller')).toEqual(['Dear [Müller], the [MULLER] papers'])
  expect(marked('reports and report', 'repor*')).toEqual(['[reports] and [report]'])
  expect(marked('日本語の本', '本語')).toEqual(['日[本語]の本'])
})

test('A phrase is marked where it is one; what is excluded never is', () => {
  expect(marked('the second draft, the second', '"second draft"')).toEqual(['the [second draft], the second'])
  expect(marked('alpha beta', 'alpha -beta')).toEqual(['[alpha] beta'])
  expect(marked('nothing here', 'other')).toEqual([])
})

test('A long text gives two pieces around the words, cut between words', () => {
  const text = `${'before '.repeat(60)}needle ${'between '.repeat(60)}needle ${'after '.repeat(60)}needle`
  const pieces = marked(text, 'needle')
  expect(pieces).toHaveLength(2)
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(170)
    expect(piece).toMatch(/^(before|between) .*\[needle\].*\w$/)
  }
})
