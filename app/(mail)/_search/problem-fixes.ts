import { isOperator, operatorNames } from '@/lib/contract/search-operators'
import { quoted } from '@/lib/contract/search-print'
import type { SearchProblem } from '@/lib/contract/search-tree'

/** A way to mend a search: what stands there instead of the part in question (empty: nothing), and the search then. */
export type Fix = { instead: string; q: string }

const operatorOf = (text: string): string => text.slice(0, text.indexOf(':')).toLowerCase()

/** What the explanation of a problem is about: the operator, if it is one of ours. */
export const knownOperator = (text: string) => {
  const name = operatorOf(text)
  return isOperator(name) ? name : null
}

/** Ways to mend a problem, the likeliest first. Each is the whole search with the part replaced. */
export function fixesFor(q: string, problem: SearchProblem): Fix[] {
  const { start, end } = problem
  const instead = (text: string, upTo = end): Fix => ({
    instead: text,
    q: `${q.slice(0, start)}${text}${q.slice(upTo)}`.replace(/\s+/g, ' ').trim(),
  })
  return [...replacements(q, problem, instead), instead('')].filter((fix) => fix.q !== q.trim())
}

type Instead = (text: string, upTo?: number) => Fix

function replacements(q: string, { code, text, end }: SearchProblem, instead: Instead): Fix[] {
  const value = text.slice(text.indexOf(':') + 1)
  if (code === 'unknown-operator') {
    const meant = nearest(operatorOf(text), operatorNames)
    return [...(meant && value ? [instead(`${meant}:${value}`)] : []), instead(quoted(text))]
  }
  if (code === 'bad-value' && knownOperator(text)) {
    const operator = operatorOf(text)
    const meant = nearest(value.toLowerCase(), knownValues[operator] ?? [])
    return [...(meant ? [instead(`${operator}:${meant}`)] : []), instead(quoted(text))]
  }
  if (code === 'empty-value') {
    // `from: amy`: the space is one too many
    const next = /^\s+([^\s"(){}:]+)/.exec(q.slice(end))
    return next && text.endsWith(':') ? [instead(`${text}${next[1]}`, end + next[0].length)] : []
  }
  return []
}

const knownValues: Record<string, string[]> = {
  is: ['unread', 'read', 'starred', 'muted'],
  has: ['attachment'],
}

/** The word that differs least, if it does so by a slip of two letters at most. */
function nearest(typed: string, words: readonly string[]): string | null {
  const ranked = words.map((word) => ({ word, slips: distance(typed, word) })).sort((a, b) => a.slips - b.slips)
  const best = ranked[0]
  return best && best.slips <= Math.min(2, typed.length - 1) ? best.word : null
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next[j] = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same)
    }
    row = next
  }
  return row[b.length] ?? a.length
}
