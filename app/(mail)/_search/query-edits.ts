import { parseSearch } from '@/lib/contract/search-grammar'
import { printSearch } from '@/lib/contract/search-print'
import { joined } from '@/lib/contract/search-shape'
import type { SearchNode } from '@/lib/contract/search-tree'

/** The conditions that must all be met, as they stand side by side. */
export function conditionsOf(q: string): SearchNode[] {
  const { node } = parseSearch(q)
  if (!node) return []
  return node.kind === 'and' ? node.nodes : [node]
}

export function printConditions(conditions: SearchNode[]): string {
  const node = joined('and', conditions)
  return node ? printSearch(node) : ''
}

/** The search with some of its conditions replaced by others; none means that they are taken out. */
export const replaceConditions = (q: string, gone: (node: SearchNode) => boolean, added: SearchNode[]): string =>
  printConditions([...conditionsOf(q).filter((node) => !gone(node)), ...added])
