import type { SearchNode } from '@/lib/contract/search-tree'
import type { Excerpt } from '@/lib/contract/threads'
import { splitWords, type TypedWord, typedWords } from '@/lib/mail/search/split-words'

/** Characters before a hit and in a whole piece; pieces of one message. */
const before = 50
const pieceLength = 160
const pieces = 2

/** Words to mark, each a run that stands together: what a search wants to be in the text, not what it excludes. */
export function wordsToMark(node: SearchNode): TypedWord[][] {
  if (node.kind === 'and' || node.kind === 'or') return node.nodes.flatMap(wordsToMark)
  if (node.kind !== 'text') return []
  const words = typedWords(node.text, node.prefix)
  return words.length === 0 ? [] : [words]
}

type Place = { word: string; start: number; end: number }
const meets = ({ word, open }: TypedWord, place: Place | undefined) =>
  place !== undefined && (open ? place.word.startsWith(word) : place.word === word)

/** Where the words stand in the text: [start, end), in order, none over another. */
export function findMarks(text: string, wanted: TypedWord[][], limit = 100): [start: number, end: number][] {
  const places: Place[] = []
  splitWords(text, (word, start, end, kind) => {
    if (kind !== 'tail') places.push({ word, start, end })
  })
  const marks: [number, number][] = []
  for (let at = 0; at < places.length && marks.length < limit; at++) {
    const run = wanted.find((words) => words.every((word, index) => meets(word, places[at + index])))
    if (run === undefined) continue
    const [start, end] = [places[at]?.start ?? 0, places[at + run.length - 1]?.end ?? 0]
    const last = marks.at(-1)
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end)
    else marks.push([start, end])
  }
  return marks
}

/** The piece of a text around a hit, from a word's beginning to a word's end, white space folded. */
function pieceAround(text: string, hit: number): { piece: string; end: number } {
  const from = Math.max(0, hit - before)
  const rough = text.slice(from, from + pieceLength)
  const start = from === 0 ? 0 : Math.max(0, rough.slice(0, before).search(/\s\S/) + 1)
  const cut = from + pieceLength < text.length ? rough.slice(start).replace(/\s\S*$/, '') : rough.slice(start)
  const piece = cut.length > before ? cut : rough.slice(start)
  return {
    piece: piece.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim(),
    end: from + start + piece.length,
  }
}

/** Characters looked at in one go: most hits stand near the beginning, and the rest need not be split into words. */
const stretch = 2_000

/** The text in stretches that end between words where they can. */
function* stretchesOf(text: string): Generator<{ start: number; part: string }> {
  for (let start = 0; start < text.length; ) {
    const space = text.lastIndexOf(' ', start + stretch)
    const end = space > start && start + stretch < text.length ? space : start + stretch
    yield { start, part: text.slice(start, end) }
    start = end
  }
}

/** Pieces of a text around what was searched for, at most two. Plain text; the marks are offsets in it. */
export function excerptsOf(text: string, wanted: TypedWord[][]): Excerpt[] {
  const excerpts: Excerpt[] = []
  if (wanted.length === 0) return excerpts
  let shown = -1
  for (const { start, part } of stretchesOf(text)) {
    for (const [at] of findMarks(part, wanted)) {
      if (start + at < shown) continue
      const around = pieceAround(text, start + at)
      shown = around.end
      const marks = findMarks(around.piece, wanted)
      if (marks.length > 0) excerpts.push({ text: around.piece, marks })
      if (excerpts.length === pieces) return excerpts
    }
  }
  return excerpts
}
