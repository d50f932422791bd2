import type { Field } from '@/lib/db/word-index/words-vector'
import { typedWords } from '@/lib/mail/search/split-words'

/** Where words are looked for: anywhere, in the subject, or in one field (see WordsVector). */
export type WordsPlace = 'anywhere' | 'subject' | Field

/**
 * What was typed as a tsquery: its words in their order; the last one may go on with `prefix`. A word holds letters,
 * marks and digits only, so nothing typed is ever an operator; still it is a bound value like all else.
 * @returns null when there is no word in it: that is found nowhere
 */
export function wordsQuery(text: string, prefix: boolean, place: WordsPlace): string | null {
  const field = place === 'anywhere' || place === 'subject' ? '' : `${place}:`
  const words = typedWords(text, prefix).map(({ word, open }) => {
    const marks = `${open ? '*' : ''}${place === 'subject' ? 'A' : ''}`
    return `'${field}${word}'${marks === '' ? '' : `:${marks}`}`
  })
  if (words.length === 0) return null
  return words.length === 1 ? (words[0] ?? null) : `(${words.join(' <-> ')})`
}
