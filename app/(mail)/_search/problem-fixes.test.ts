import { describe, expect, it } from 'vitest'
import { fixesFor } from '@/app/(mail)/_search/problem-fixes'
import { parseSearch } from '@/lib/contract/search-grammar'

const fixes = (q: string) =>
  parseSearch(q)
    .problems.slice(0, 1)
    .flatMap((problem) => fixesFor(q, problem))
    .map((fix) => fix.q)

describe('a search that cannot be understood', () => {
  it.each([
    ['report frm:amy', ['report from:amy', 'report "frm:amy"', 'report']],
    ['note:this x', ['"note:this" x', 'x']],
    ['is:unraed', ['is:unread', '"is:unraed"', '']],
    ['before:soon', ['"before:soon"', '']],
    ['from: amy report', ['from:amy report', 'amy report']],
    ['a OR', ['a']],
    ['"last page', ['last page']],
    ['a (b c', ['a b c']],
  ])('is mended: %s', (q, mended) => {
    expect(fixes(q)).toEqual(mended)
  })
})
