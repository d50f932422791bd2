import { describe, expect, it } from 'vitest'
import { nameTree } from '@/app/(mail)/_state/name-tree'

describe('a tree of names', () => {
  it('has each name below what it is in, and a line for levels nobody made', () => {
    const lines = nameTree(['Work/B', 'Zoo', 'Work/A/x', 'Workshop', 'Work 2'], (name) => name)
    expect(lines.map(({ path, depth, item }) => [path, depth, item !== null])).toEqual([
      ['Work', 0, false],
      ['Work/A', 1, false],
      ['Work/A/x', 2, true],
      ['Work/B', 1, true],
      ['Work 2', 0, true],
      ['Workshop', 0, true],
      ['Zoo', 0, true],
    ])
  })

  it('has items whose names differ in case only', () => {
    expect(nameTree(['b', 'B', 'a'], (name) => name).map(({ path }) => path)).toEqual(['a', 'b', 'B'])
  })
})
