import { expect, test } from 'vitest'
import { splitWords, typedWords } from '@/lib/mail/search/split-words'

const wordsOf = (text: string) => {
  const words: string[] = []
  splitWords(text, (word) => words.push(word))
  return words
}
const typed = (text: string, prefix = false) =>
  typedWords(text, prefix).map(({ word, open }) => (open ? `${word}*` : word))

test('Case and accents do not count, the same in a text and in a search', () => {
  expect(wordsOf('Müller MÜLLER mu\u0308ller Straße Ærø Łódź Ἀθῆναι ёж ﬁne İzmir')).toEqual([
    'muller',
    'muller',
    'muller',
    'strasse',
    'aero',
    'lodz',
    'αθηναι',
    'еж',
    'fine',
    'izmir',
  ])
  expect(typed('STRASSE')).toEqual(typed('Straße'))
})

test('Addresses, host names and file names are found by their parts', () => {
  expect(wordsOf('<j.smith@mx1.redemailserver.com> Q3-report_final.pdf')).toEqual([
    'j',
    'smith',
    'mx1',
    'redemailserver',
    'com',
    'q3',
    'report',
    'final',
    'pdf',
  ])
  expect(typed('smith@mx1.red', true)).toEqual(['smith', 'mx1', 'red*'])
})

test('Scripts without spaces are pairs of characters; one character begins a pair', () => {
  expect(wordsOf('日本語 mail が')).toEqual(['日本', '本語', '語', 'mail', 'が'])
  expect(typed('日本語')).toEqual(['日本', '本語'])
  expect(typed('語')).toEqual(['語*'])
  expect(typed('ｶﾀ')).toEqual(['カタ'])
})

test('Where a word stands is told in the text as it is written', () => {
  const text = 'Dear 𝔐ü\u0308ller, 日本!'
  const places: string[] = []
  splitWords(text, (_word, start, end) => places.push(text.slice(start, end)))
  expect(places).toEqual(['Dear', '𝔐ü\u0308ller', '日本', '本'])
})

test('Words longer than PostgreSQL takes are left out; nothing else is', () => {
  expect(wordsOf(`a ${'x'.repeat(2046)} ${'y'.repeat(2047)} ${'ж'.repeat(1023)} ${'ж'.repeat(1024)} b`)).toHaveLength(4)
})

test('No operator, quote or control character is ever part of a word', () => {
  const hostile = `a'b"c\\d|e&f!g(h)i:*j<->k\r\nl\0m{3}n\u2028o%p_q;--`
  for (const word of wordsOf(hostile)) expect(word).toMatch(/^[a-z0-9]+$/)
  expect(wordsOf('\0\r\n"\'!|&<->:*()')).toEqual([])
})
