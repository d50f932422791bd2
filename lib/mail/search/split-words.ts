import { foldWord } from '@/lib/mail/search/fold-word'

/** `tail`: the last character of a run of pairs, which ends with the pair before it. */
export type WordKind = 'word' | 'pair' | 'single' | 'tail'
/** Called with a folded word and where it stands in the text, [start, end) in UTF-16 units. */
type Take = (word: string, start: number, end: number, kind: WordKind) => void

/** Bytes. PostgreSQL takes lexemes up to 2,046; longer words are made by machines and typed by nobody. */
const longest = 2046

const unspaced = [
  ...['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'].map((name) => `\\p{Script=${name}}`),
  // the long vowel and the repetition mark belong to several scripts
  '\\u30fc\\u3005',
].join('')
const runs = new RegExp(`([${unspaced}]+)|[[\\p{L}\\p{N}\\p{M}]--[${unspaced}]]+`, 'gv')
const asciiRuns = /[A-Za-z0-9]+/g
const ascii = /^[\0-\x7f]*$/

/**
 * Two neighbours at a time, and the last character alone. Where words are not written apart this needs no dictionary and
 * misses nothing: any two neighbours are a word, any one begins a word. It may find what straddles two words.
 */
function takePairs(run: string, start: number, take: Take) {
  let before: { text: string; at: number } | null = null
  let at = start
  // Han has signs that are no letters, such as ⺀: nothing is left of them.
  const give: Take = (text, from, to, kind) => {
    const word = foldWord(text)
    if (word !== '') take(word, from, to, kind)
  }
  for (const character of run) {
    if (before !== null) give(before.text + character, before.at, at + character.length, 'pair')
    before = { text: character, at }
    at += character.length
  }
  if (before !== null) give(before.text, before.at, at, before.at === start ? 'single' : 'tail')
}

function takeWord(text: string, start: number, take: Take) {
  const word = foldWord(text)
  if (word === '') return
  if (word.length * 3 <= longest || Buffer.byteLength(word) <= longest) take(word, start, start + text.length, 'word')
}

/**
 * Calls `take` for every word of the text, in its order: the one meaning of a word for index, search and excerpt. A word
 * is a run of letters, marks and digits. All else separates (dot, at-sign, hyphen, apostrophe), so that addresses and
 * host names are found by their parts.
 */
export function splitWords(text: string, take: Take): void {
  if (ascii.test(text)) {
    for (const match of text.matchAll(asciiRuns)) takeWord(match[0], match.index, take)
    return
  }
  for (const match of text.matchAll(runs)) {
    if (match[1] === undefined) takeWord(match[0], match.index, take)
    else takePairs(match[1], match.index, take)
  }
}

/** One word that was typed; `open` when words that begin with it are meant too. */
export type TypedWord = { word: string; open: boolean }

/** What was typed as the words to look for, one after the other. `prefix`: the last one may go on. */
export function typedWords(text: string, prefix: boolean): TypedWord[] {
  const words: TypedWord[] = []
  let last = 'word' as WordKind
  splitWords(text, (word, _start, _end, kind) => {
    last = kind
    if (kind !== 'tail') words.push({ word, open: kind === 'single' })
  })
  const end = words.at(-1)
  if (end !== undefined && prefix && last !== 'tail') end.open = true
  return words
}
