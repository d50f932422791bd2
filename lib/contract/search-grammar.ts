import { isOperator, type OperatorName, readOperator, readText } from '@/lib/contract/search-operators'
import { type Bracket, type SearchToken, scanSearch } from '@/lib/contract/search-scan'
import { depthOf, joined } from '@/lib/contract/search-shape'
import type { ParsedSearch, SearchLeaf, SearchNode, SearchProblem, SearchTerm } from '@/lib/contract/search-tree'

/** Bounds of one search: they keep the tree, and the queries made of it, small. `depth` is that of the tree. */
export const searchLimits = { length: 2000, depth: 12, terms: 100 } as const
/** Brackets and minus signs inside each other; not all of them make the tree deeper. */
const nestingLimit = 2 * searchLimits.depth

type Options = {
  /** What day `today` is; the present moment unless told. */
  now?: Date
  /** Time zone of the person (IANA name); UTC unless told. */
  zone?: string
}

type State = {
  /** As typed, so that a problem can say what it is about. */
  text: string
  tokens: SearchToken[]
  at: number
  problems: SearchProblem[]
  terms: SearchTerm[]
  now: Date
  zone: string
}

type Group = { closer: Bracket | null; operator: OperatorName | null; depth: number }

/**
 * Reads a search as Gmail does: terms side by side must all be met; `OR` binds tighter than that; `{a b}` is `(a OR b)`;
 * an operator before brackets stands before each word in them. Never throws. What cannot be understood is a problem with
 * its place, and then nothing is searched.
 */
export function parseSearch(text: string, { now = new Date(), zone = 'UTC' }: Options = {}): ParsedSearch {
  const tokens = scanSearch(text.slice(0, searchLimits.length))
  const state: State = { text, tokens, at: 0, problems: [], terms: [], now, zone }
  if (text.length > searchLimits.length) addProblem(state, 'too-complex', searchLimits.length, text.length)
  const node = readGroup(state, { closer: null, operator: null, depth: 0 })
  if (node && depthOf(node) > searchLimits.depth) addProblem(state, 'too-complex', 0, text.length)
  const { problems, terms } = state
  problems.sort((a, b) => a.start - b.start)
  return { node: problems.length > 0 ? null : node, terms, problems }
}

function addProblem({ problems, text }: State, code: SearchProblem['code'], start: number, end: number): void {
  // Where a search is too much its end was not read: nothing more can be said about it.
  if (problems.some((each) => each.code === 'too-complex')) return
  problems.push({ code, start, end, text: text.slice(start, end) })
}

/** Terms up to the closing bracket. The runs joined by `OR` are met all; inside curly brackets `OR` may be left out. */
function readGroup(state: State, group: Group): SearchNode | null {
  const runs: SearchNode[][] = []
  const usual = group.closer === 'curly' ? 'OR' : 'AND'
  let joiner: Extract<SearchToken, { kind: 'joiner' }> | null = null
  let seen = false
  for (;;) {
    const token = state.tokens[state.at]
    if (!token) break
    state.at += 1
    if (token.kind === 'close' && token.bracket === group.closer) break
    if (token.kind === 'joiner') {
      if (joiner || !seen) addProblem(state, 'no-operand', token.start, token.end)
      joiner = token
      continue
    }
    const node = readTerm(state, token, group)
    const run = runs.at(-1)
    if (node && run && (joiner?.word ?? usual) === 'OR') run.push(node)
    else if (node) runs.push([node])
    joiner = null
    seen = true
  }
  if (joiner && seen) addProblem(state, 'no-operand', joiner.start, joiner.end)
  return joined(
    'and',
    runs.map((run) => joined('or', run)),
  )
}

function readTerm(state: State, token: SearchToken, group: Group): SearchNode | null {
  const { start, end } = token
  if (token.kind === 'word') return readLeaf(state, token, group, { text: token.text, phrase: false })
  if (token.kind === 'quoted') return readLeaf(state, token, group, { text: token.text, phrase: true })
  if (token.kind === 'minus') return readNegated(state, token, group)
  if (token.kind === 'operator') return readOperatorTerm(state, token, group)
  if (token.kind === 'open') return readBrackets(state, token, group)
  addProblem(state, 'unbalanced', start, end)
  return null
}

function readLeaf(
  state: State,
  place: { start: number; end: number },
  { operator }: Group,
  value: { text: string; phrase: boolean },
): SearchNode | null {
  const { now, zone, terms } = state
  if (value.text === '') addProblem(state, 'empty-value', place.start, place.end)
  if (value.text === '') return null
  const leaf: SearchLeaf | null = operator
    ? readOperator(operator, { ...value, now, zone })
    : { kind: 'text', ...readText(value) }
  if (!leaf) addProblem(state, 'bad-value', place.start, place.end)
  if (!leaf) return null
  terms.push({ node: leaf, start: place.start, end: place.end })
  if (terms.length > searchLimits.terms) addProblem(state, 'too-complex', place.start, state.text.length)
  return leaf
}

function readNegated(state: State, minus: SearchToken, group: Group): SearchNode | null {
  const token = state.tokens[state.at]
  // The scanner sees a minus only where a term follows at once.
  if (!token) return null
  if (tooDeep(state, minus, group)) return null
  state.at += 1
  const node = readTerm(state, token, { ...group, depth: group.depth + 1 })
  return node && { kind: 'not', node }
}

function readBrackets(state: State, token: Extract<SearchToken, { kind: 'open' }>, group: Group): SearchNode | null {
  if (tooDeep(state, token, group)) return null
  const { problems } = state
  const before = problems.length
  const node = readGroup(state, { ...group, closer: token.bracket, depth: group.depth + 1 })
  const last = state.tokens[state.at - 1]
  if (last?.kind !== 'close' || last.bracket !== token.bracket) {
    addProblem(state, 'unbalanced', token.start, token.end)
  } else if (!node && problems.length === before) addProblem(state, 'no-operand', token.start, last.end)
  return node
}

/** Ends the reading: what is nested deeper than anybody types is not worth a second problem. */
function tooDeep(state: State, { start }: SearchToken, { depth }: Group): boolean {
  if (depth < nestingLimit) return false
  addProblem(state, 'too-complex', start, state.text.length)
  state.at = state.tokens.length
  return true
}

type OperatorToken = Extract<SearchToken, { kind: 'operator' }>

/** `https://x`, `12:30` and a `Re:` that stands alone are words; anything else before a colon is meant as an operator. */
const isWord = ({ name, value }: OperatorToken): boolean =>
  !isOperator(name) && (value === '' || name.length === 1 || (value !== null && /^[/\\:]/.test(value)))

function readOperatorTerm(state: State, token: OperatorToken, group: Group): SearchNode | null {
  const { name, value, start, end } = token
  if (isWord(token)) return readLeaf(state, token, group, { text: token.text, phrase: false })
  const known = isOperator(name) && group.operator === null
  if (!known) addProblem(state, isOperator(name) ? 'bad-value' : 'unknown-operator', start, end)
  const inner: Group = { ...group, operator: known ? name : group.operator }
  if (value !== null) return known ? readLeaf(state, token, inner, { text: value, phrase: false }) : null
  const next = state.tokens[state.at]
  if (!next) return null
  state.at += 1
  const node = readValue(state, token, next, inner)
  return known ? node : null
}

/** What stands in quotes or brackets behind the colon. */
function readValue(state: State, operator: OperatorToken, next: SearchToken, group: Group): SearchNode | null {
  if (next.kind !== 'quoted') return readTerm(state, next, group)
  return readLeaf(state, { start: operator.start, end: next.end }, group, { text: next.text, phrase: true })
}
