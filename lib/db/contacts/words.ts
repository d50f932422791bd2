import { likeLiteral } from '@/lib/db/like-literal'

/** Without accents and case, so that `muller` finds Müller. */
export const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const pieces = (text: string, between: RegExp): string[] => text.split(between).filter((piece) => piece !== '')

/** Where a search may begin in an address: at it, its domain, and each of their parts. */
function startsOfAddress(address: string): string[] {
  return [address, address.slice(address.lastIndexOf('@') + 1), ...pieces(address, /[@.+_-]+/)]
}

/** Where a search may begin in a name: at each of its words, and after a sign inside of one. */
const startsOfText = (text: string): string[] => [...pieces(text, /\s+/), ...pieces(text, /[\s"'(),.;/-]+/)]

/**
 * What something is found by: each place where a typed word may begin, after a space, plain. One column of text, because
 * the few thousand rows of an account are read by its index in less time than an index of words would need.
 */
export function wordsOf(texts: string[], addresses: string[]): string {
  const starts = [...texts.map(plain).flatMap(startsOfText), ...addresses.map(plain).flatMap(startsOfAddress)]
  return [...new Set(starts)].map((start) => ` ${start}`).join('')
}

const wordLimit = 10

/** The words of what a person types, plain; at most 10. */
const typedWords = (typed: string): string[] => pieces(plain(typed), /[\s,;]+/).slice(0, wordLimit)

/** Whether every typed word, in whatever order, begins one of the words. */
export const isFoundBy = (words: string, typed: string): boolean =>
  typedWords(typed).every((word) => words.includes(` ${word}`))

/** The same for LIKE ALL. None typed finds everything. */
export const patternsOf = (typed: string): string[] => typedWords(typed).map((word) => `% ${likeLiteral(word)}%`)
