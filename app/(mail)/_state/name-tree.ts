/** One line of a tree of names: an item, or a level that is only part of the names below it (null). */
export type NameNode<T> = { path: string; name: string; depth: number; item: T | null }

/**
 * Items in the order of a tree made of their names, levels separated by `/`: each below what it is in, by name within a
 * level. A level without an item of its own gets a line too.
 */
export function nameTree<T>(items: T[], nameOf: (item: T) => string): NameNode<T>[] {
  const nodes = new Map<string, NameNode<T>>()
  for (const item of items) {
    const levels = nameOf(item).split('/')
    for (const [depth, name] of levels.entries()) {
      const path = levels.slice(0, depth + 1).join('/')
      const known = nodes.get(path)
      if (depth === levels.length - 1) nodes.set(path, { path, name, depth, item })
      else if (!known) nodes.set(path, { path, name, depth, item: null })
    }
  }
  return [...nodes.values()].sort((a, b) => compareLevels(a.path.split('/'), b.path.split('/')))
}

function compareLevels(a: string[], b: string[]): number {
  for (const [i, level] of a.entries()) {
    const other = b[i]
    if (other === undefined) return 1
    const order =
      level.localeCompare(other, undefined, { numeric: true, sensitivity: 'base' }) || level.localeCompare(other)
    if (order !== 0) return order
  }
  return a.length - b.length
}
