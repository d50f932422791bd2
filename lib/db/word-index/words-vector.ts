import { splitWords } from '@/lib/mail/search/split-words'

/** Where a word stood: subject, people, names of files; `D` body and files' text. What ts_rank weighs. */
type Weight = 'A' | 'B' | 'C' | 'D'
/** Marks the words of one field: `from:ann` is a word of its own beside `ann`. No word of a text holds a colon. */
export type Field = 'from' | 'to' | 'cc' | 'file'

/** PostgreSQL's limits of one tsvector: highest position, positions of one word, bytes of all words (with room left). */
const highestPosition = 16_383
const positionsOfWord = 255
const byteLimit = 700_000

/** Gathers the words of one message and writes them as a tsvector (PostgreSQL, section 8.11). */
export class WordsVector {
  readonly #words = new Map<string, string[]>()
  #position = 0
  #bytes = 0

  /** Adds a text. Texts added one after the other are never one phrase. */
  add(text: string, weight: Weight, field?: Field): void {
    this.#position += 1
    splitWords(text, (word, _start, _end, kind) => {
      if (kind !== 'tail') this.#position += 1
      this.#put(word, weight)
      if (field !== undefined) this.#put(`${field}:${word}`, weight)
    })
  }

  /** Whether no more words fit: what follows would be left out. */
  get full(): boolean {
    return this.#bytes > byteLimit
  }

  #put(word: string, weight: Weight) {
    let places = this.#words.get(word)
    if (places === undefined) {
      if (this.full) return
      places = []
      this.#words.set(word, places)
      this.#bytes += word.length * 3 + 8
    }
    // beyond the highest position a word is found, but no phrase with it
    if (this.#position > highestPosition || places.length >= positionsOfWord) return
    places.push(weight === 'D' ? String(this.#position) : this.#position + weight)
    this.#bytes += 2
  }

  toString(): string {
    const entries: string[] = []
    for (const [word, places] of this.#words) {
      entries.push(places.length === 0 ? `'${word}'` : `'${word}':${places.join(',')}`)
    }
    return entries.join(' ')
  }
}
