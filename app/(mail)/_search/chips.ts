import { conditionsOf, printConditions, replaceConditions } from '@/app/(mail)/_search/query-edits'
import { printSearch } from '@/lib/contract/search-print'
import type { SearchField, SearchLeaf, SearchNode } from '@/lib/contract/search-tree'

/** What a chip is about. A search holds at most one condition of each that the chip can change. */
export type ChipKind = 'from' | 'to' | 'time' | 'place' | 'attachment' | 'unread' | 'starred'

const isLeaf = (node: SearchNode): node is SearchLeaf =>
  node.kind !== 'and' && node.kind !== 'or' && node.kind !== 'not'

function chipOf(node: SearchLeaf): ChipKind | null {
  if (node.kind === 'field') return node.field === 'from' || node.field === 'to' ? node.field : null
  if (['before', 'after', 'older-than', 'newer-than'].includes(node.kind)) return 'time'
  if (node.kind === 'in') return 'place'
  if (node.kind === 'has') return 'attachment'
  if (node.kind === 'is') return node.what === 'unread' || node.what === 'starred' ? node.what : null
  return null
}

const isOf = (kind: ChipKind) => (node: SearchNode) => isLeaf(node) && chipOf(node) === kind

/** What the search says of a chip's matter, as typed terms; empty when the chip is off. */
export const chosenIn = (q: string, kind: ChipKind): string =>
  conditionsOf(q).filter(isOf(kind)).map(printSearch).join(' ')

/** The search with the chip's condition set, or taken out. */
export const withChip = (q: string, kind: ChipKind, condition: SearchLeaf | null): string =>
  replaceConditions(q, isOf(kind), condition ? [condition] : [])

/** The search without what is in a mailbox. */
export const excluding = (q: string, mailbox: string): string =>
  replaceConditions(q, () => false, [{ kind: 'not', node: { kind: 'in', mailbox } }])

/** The mailboxes a search leaves out. */
export const excludedIn = (q: string): string[] =>
  conditionsOf(q).flatMap((node) => (node.kind === 'not' && node.node.kind === 'in' ? [node.node.mailbox] : []))

export const including = (q: string, mailbox: string): string =>
  replaceConditions(q, (node) => node.kind === 'not' && node.node.kind === 'in' && node.node.mailbox === mailbox, [])

export const personCondition = (field: Extract<SearchField, 'from' | 'to'>, address: string): SearchLeaf => ({
  kind: 'field',
  field,
  text: address,
  phrase: false,
  prefix: false,
})

/** Searches that find more: each without one of its conditions, the last typed first. */
export function widened(q: string): { left: string; q: string }[] {
  const conditions = conditionsOf(q)
  if (conditions.length < 2) return []
  return conditions
    .map((left, at) => ({ left: printSearch(left), q: printConditions(conditions.toSpliced(at, 1)) }))
    .reverse()
}
