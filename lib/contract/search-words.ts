import { parseSearch } from '@/lib/contract/search-grammar'
import type { SearchNode } from '@/lib/contract/search-tree'

const wordCharacter = '[\\p{L}\\p{N}\\p{M}]'

/**
 * The source of a regular expression (flags `giu`) for the words a search looks for in a text, or null when there are
 * none. The text has to be folded as `foldedText` does. It holds letters and digits of the search only.
 */
export function wordPattern(q: string): string | null {
  const { node } = parseSearch(q)
  const patterns = node ? [...new Set(wanted(node))] : []
  if (patterns.length === 0) return null
  // The longest first: of `contract` and `contract signed` the latter is to be marked whole.
  return patterns.sort((a, b) => b.length - a.length).join('|')
}

/** Scripts that write their words without spaces: a word may begin and end anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function wanted(node: SearchNode): string[] {
  if (node.kind === 'and' || node.kind === 'or') return node.nodes.flatMap(wanted)
  if (node.kind !== 'text') return []
  const words = foldedText(node.text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return []
  const before = unspaced.test(first) ? '' : `(?<!${wordCharacter})`
  const after = unspaced.test(last) ? '' : node.prefix ? `${wordCharacter}*` : `(?!${wordCharacter})`
  return [`${before}${words.join('[^\\p{L}\\p{N}\\p{M}]+')}${after}`]
}

/** Text without accents and capitals, each UTF-16 unit at its place. */
export const foldedText = (text: string): string =>
  text.replace(/./gsu, (character) => {
    const folded = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return folded.length === character.length ? folded : character
  })
