import type { Address } from '@/lib/contract/address'
import { printName } from '@/lib/contract/search-print'

/** What there is to suggest from. Names as a person reads them, `value` as it stands behind the operator. */
export type SuggestionSources = {
  people: Address[]
  labels: Named[]
  mailboxes: Named[]
  recent: string[]
  saved: { name: string; query: string }[]
}
type Named = { name: string; value: string }

export type SuggestionKind = 'operator' | 'value' | 'person' | 'label' | 'mailbox' | 'recent' | 'saved'
export type Suggestion = {
  kind: SuggestionKind
  /** The part of the search it stands for, or the whole of a recent or saved one. */
  term: string
  /** What it is called, where that is not the term itself. */
  name?: string
  /** The search's text once it is chosen. */
  text: string
  /** It makes a whole search: choosing it searches at once. */
  whole: boolean
}

/** Operators in the order they are offered; each has an explanation in the catalogues. */
export const operatorWords = [
  'from',
  'to',
  'subject',
  'has',
  'is',
  'in',
  'label',
  'after',
  'before',
  'newer_than',
  'older_than',
  'larger',
  'smaller',
  'filename',
  'cc',
] as const
export type OperatorWord = (typeof operatorWords)[number]

const values: Partial<Record<string, readonly string[]>> = {
  has: ['attachment'],
  is: ['unread', 'read', 'starred', 'muted'],
  after: ['today', 'yesterday'],
  before: ['today', 'yesterday'],
  newer_than: ['1d', '7d', '1m', '1y'],
  older_than: ['7d', '1m', '1y'],
  larger: ['1M', '5M', '10M'],
  smaller: ['1M', '100K'],
}

const offered = 8
const perKind = 4

/** The piece that is being typed at the end of a search: its minus, operator and beginning of a value. */
export function typedPiece(text: string) {
  const [, before = '', minus = '', operator = '', value = ''] =
    /^(.*?)((?<![^\s({])-)?(?:([a-z_]+):)?("[^"]*|[^\s"(){}]*)$/is.exec(text) ?? []
  return { before, minus, operator: operator.toLowerCase(), value: value.replace(/^"/, '') }
}

/** What could be meant by what is typed so far, best first; at most eight. */
export function suggest(text: string, sources: SuggestionSources): Suggestion[] {
  const typed = text.trim().toLowerCase()
  const { before, minus, operator, value } = typedPiece(text)
  const wanted = value.toLowerCase()
  const term = (kind: SuggestionKind, word: string, name?: string): Suggestion => {
    const open = kind === 'operator'
    return { kind, term: minus + word, name, text: `${before}${minus}${word}${open ? '' : ' '}`, whole: false }
  }
  const people = sources.people.map(({ name, address }) => ({ name: name || address, value: address }))
  const terms = (kind: SuggestionKind, name: string, items: Named[]) =>
    items
      .filter((item) => begins(item.name, wanted) || begins(item.value, wanted))
      .map((item) => term(kind, `${name}:${printName(item.value)}`, item.name))

  if (operator === 'from' || operator === 'to' || operator === 'cc')
    return terms('person', operator, people).slice(0, offered)
  if (operator === 'label') return terms('label', 'label', sources.labels).slice(0, offered)
  if (operator === 'in') return terms('mailbox', 'in', sources.mailboxes).slice(0, offered)
  if (operator !== '') {
    const known = values[operator] ?? []
    return known
      .filter((each) => begins(each, wanted) && each !== value)
      .map((each) => term('value', `${operator}:${each}`))
  }
  const earlier = earlierSearches(typed, sources)
  if (wanted === '') return typed === '' ? earlier.slice(0, offered) : []
  return [
    ...earlier.slice(0, 3),
    ...operatorWords.filter((word) => word.startsWith(wanted)).map((word) => term('operator', `${word}:`)),
    ...terms('person', 'from', people).slice(0, perKind),
    ...terms('label', 'label', sources.labels).slice(0, perKind),
    ...terms('mailbox', 'in', sources.mailboxes).slice(0, perKind),
  ].slice(0, offered)
}

/** Searches made before or kept under a name, those that hold what is typed. */
function earlierSearches(typed: string, { recent, saved }: SuggestionSources): Suggestion[] {
  const fits = (text: string) => text.toLowerCase() !== typed && text.toLowerCase().includes(typed)
  const kept = saved.filter(({ name, query }) => fits(query) || (typed !== '' && fits(name)))
  return [
    ...recent.filter(fits).map((query) => ({ kind: 'recent' as const, term: query, text: query, whole: true })),
    ...kept.map(({ name, query }) => ({ kind: 'saved' as const, term: query, name, text: query, whole: true })),
  ]
}

/** Whether a word of the name begins so. */
const begins = (name: string, wanted: string): boolean => {
  const lower = name.toLowerCase()
  return lower.startsWith(wanted) || lower.split(/[\s/@._-]+/).some((word) => word.startsWith(wanted))
}
