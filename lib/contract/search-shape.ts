import type { SearchNode } from '@/lib/contract/search-tree'

/** Nodes as one: groups of the same kind are not nested, and a group of one is that one. Null when there are none. */
export function joined(kind: 'and' | 'or', nodes: (SearchNode | null)[]): SearchNode | null {
  const flat = nodes.flatMap((node) => {
    if (!node) return []
    return node.kind === kind ? node.nodes : [node]
  })
  return flat.length > 1 ? { kind, nodes: flat } : (flat[0] ?? null)
}

/** Groups and negations inside each other; a single term has none. */
export function depthOf(node: SearchNode): number {
  if (node.kind === 'not') return 1 + depthOf(node.node)
  if (node.kind === 'and' || node.kind === 'or') return 1 + Math.max(...node.nodes.map(depthOf))
  return 0
}
